"""`restarea record`: what is done with records at the command line. What a record is, and how it is written and drawn,
is `server/record`, which knows no store."""
