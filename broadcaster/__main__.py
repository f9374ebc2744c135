"""`python -m broadcaster` is the same program as `broadcaster`."""

import sys

from broadcaster.cli.main import main

sys.exit(main())
