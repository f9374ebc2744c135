"""Where packages are put: a folder, SFTP, S3-compatible storage, WebDAV; one set of acts, one set of refusals."""
