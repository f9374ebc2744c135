"""The widgets pages are made of; import them from their modules."""
