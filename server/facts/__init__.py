"""What changes too fast for the log, told five times a second and kept nowhere: the newest counts.

`watch` knows who speaks, whose microphone arrives and whose link is silent; `link_quality` says in three words how good
a link is; `looks` is what each page says it shows, and `pictures` chooses from all of it what each person is sent.
"""
