"""Digital signatures of documents: keys, signing, and saying of any PDF who signed it."""
