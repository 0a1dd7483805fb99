### Restarea in English. The same messages, in the same order, stand in every language.

## Plain pages of the server

page-front-title = A rest area for physicians
page-front-text = Balint groups meet here. To join yours, open the link that your leader sent you.
page-missing-title = There is no such page
page-missing-text = Open the link that your leader sent you. It begins with this site’s address.
page-broken-title = Something went wrong here
page-broken-text = It is our fault, not yours. Wait a moment, then open your link again. Your seat is kept.
page-needs-script = This page needs JavaScript. Switch it on in your browser, then open your link again.
page-join-title = Come in
page-room-title = The room
page-refused-title = You cannot come in with this link
page-refused-text = The leader has closed this seat. If you think this is a mistake, please reach your leader outside this page.
page-ended-title = This session has ended
page-ended-text = Thank you for having been here. No sound and no picture was kept, and the names are gone.
page-soon-title = One moment
page-soon-text = The server is being stopped, or cannot answer just now. This page looks again by itself; your seat is kept. If it shows an error, open it again later.
page-unbuilt-title = This server is not ready yet
page-unbuilt-text = Its pages have not been built. Whoever runs it can find the reason with “restarea doctor”.
page-front-form = The group meets by sound and picture. The server keeps the form of the session: whose turn it is, and when the presenter has pushed back.
page-front-heard = When you are not meant to be heard or seen, nothing of you is passed on.
page-front-lead = You lead a group: sign in
page-front-kept = No sound and no picture is recorded. When a session has ended, its names can no longer be read.
page-languages = Languages
page-own-name = English

## What a press has done

said-saved = Saved.
said-made = The group is made. Plan its meetings here.
said-whole-names = { $count ->
    [one] This looks like a full name: { $names }. A first name or initials are enough here.
   *[other] These look like full names: { $names }. First names or initials are enough here.
  }
said-new-address = { $count ->
    [one] { $names } has a new address: letters go there from now on, and the links that were mailed before open nothing. To reach them before the next reminder, send a new link on the meeting’s page.
   *[other] These have new addresses: { $names }. Letters go there from now on, and the links that were mailed before open nothing. To reach them before the next reminder, send new links on the meeting’s page.
  }
said-same-addresses = { $count ->
    [one] The address of { $names } is somebody else’s, too: whoever reads there gets the links of both. If that is meant, leave it; otherwise correct it.
   *[other] The addresses of these are somebody else’s, too: { $names }. Whoever reads there gets the links of all who have it. If that is meant, leave them; otherwise correct them.
  }
said-staying = { $count ->
    [one] One planned meeting stays at the time for which it was planned.
   *[other] { $count } planned meetings stay at the times for which they were planned.
  }
said-hours = { $count ->
    [0] No meeting has been moved: something has changed since you looked at the page.
    [one] One meeting has been moved.
   *[other] { $count } meetings have been moved.
  }
said-passed-gone = The one of { $day } has not moved: it has been cancelled or opened meanwhile.
said-passed-moved = The one of { $day } has not moved: it, or the group’s hour, has been changed meanwhile.
said-passed-there = The one of { $day } has not moved: another meeting is planned for its date.
said-no-meeting = The meeting that you asked for is over, or is not planned any more.
said-planned = The meeting is planned. Nobody has been invited yet.
said-there = A meeting is planned for this date already: it is this one. Nothing has been changed.
said-series = { $count ->
    [0] No meeting was added: since you looked at the page, these dates have been planned, left out or changed.
    [one] One meeting is planned.
   *[other] { $count } meetings are planned.
 }
said-left-out = { $count ->
    [one] One date is left out.
   *[other] { $count } dates are left out.
 }
said-moved = The meeting has been moved.
said-not-moved = The meeting is at this time already: nothing has changed.
said-cancelled = The meeting is cancelled.
said-letters = { $count ->
    [one] One letter goes out now.
   *[other] { $count } letters go out now.
 }
said-no-letters = No letter goes out.
said-revoked = The link has been taken back.
said-removed = The group has been removed.
said-apart = The records are kept apart from now on.
said-share-ended = The link to the records leads nowhere any more.
said-off = The record is no longer among yours.
said-erased = It has been erased.
said-passkey-added = The passkey has been added. From now on you can sign in with it.
said-passkey-removed = The passkey has been removed. Your other browsers are signed out.
said-away = Access has been taken away.
said-signed-out = You are signed out.
said-refused = Your no is noted: at the hour below the record is destroyed. This is said only now, to you alone; saying it again changes nothing. What stands below stays as it was before, for you as for everybody.
said-refused-over = Your no is noted: within some minutes, when the server comes to it, the record is destroyed. This is said only now, to you alone; saying it again changes nothing. What stands below stays as it was before, for you as for everybody.
said-refused-rehearsal = Your no has arrived. In a rehearsal it changes nothing; after a session in earnest the record would be destroyed at its hour. This is said only now, to you alone.

## What is kept of a session: seen by everyone who was there, before anybody else

page-record-title = What is kept of this session
record-rehearsal-title = What would be kept of a session
page-record-text = Of how it went, this and no more: no sound, no word, no name, no day.
record-recognised = Whoever was there may recognise the session.
page-record-text-voices = Of a meeting of which a file tells which voice spoke when, from the first word to the last.
record-sums = It does not tell which member said how much. It does tell how long the presenter and the leaders spoke.
record-sums-few = With so few members, whoever was there may tell from it who said how much. It also tells how long the presenter and the leaders spoke.
record-seats = It says which seat spoke when, under numbers drawn for it alone: it is pseudonymous, not anonymous. Whoever knows the group may recognise who is who: in an experiment, { $found_again } of 100 seats were found again in the group’s next record.
record-seats-few = It says which seat spoke when, under numbers drawn for it alone: it is pseudonymous, not anonymous. With so few members everyone knows who is who.
page-earlyrecord-title = The session has not ended yet
page-earlyrecord-text = Once the leaders have ended it, you see here for twenty hours what is kept of it, and can say no. If nobody ends it, it is let go after a day and nothing is kept, for nobody could have looked at it and said no.
page-earlyrehearsal-title = The rehearsal has not ended yet
page-earlyrehearsal-text = As soon as its leaders have ended it, you see here what would be kept of a session. Of this rehearsal nothing stays: all of it is destroyed when it is stopped.
page-unendedrecord-title = Nothing is kept: nobody ended this session
page-unendedrecord-text = What is kept of a session is shown when its leaders end it, so that everyone who was there can look at it and say no. This one was never ended, so nobody could have done so: after a day it was let go, and no record was made. Next time please end the session at the desk.
page-makingrecord-title = One moment
page-makingrecord-text = The session has ended, and what is kept of it is being put together. This page looks again by itself.
page-norecord-title = There is no record here
page-norecord-text = None was to be made, or the hour is over until which those who were there could see it here. At that hour it was kept, or destroyed because somebody said no: which of the two is told to nobody here.
record-until = Until { $time } anyone who was there can say no. If somebody does, nothing of it is kept: at that hour it is destroyed, and nobody learns who it was. Should this server stand still for longer meanwhile, the hour becomes later, and stands here.
record-until-over = The hour until which anyone who was there can say no, { $time }, has passed. This server has not come to it yet: after it was started it waits for ten minutes. Then the record is kept, or, if somebody has said no, destroyed, and nobody learns who it was. Until then an answer still counts.
record-becomes = What becomes of it
record-rehearsal = This is a rehearsal: what is kept of it can be looked at until it is stopped, and is destroyed then. After a session in earnest there are twenty hours in which anyone who was there can say no.
record-hurried = This rehearsal ran { $times } times as fast as a session, and the times here are its own, told in steps of five seconds. So a plan may be some seconds off the desk’s, one of a second or two is told as “< 3 s”, and the members’ shares, for which a group must be at work for five minutes by the clock and its members must speak for one, may be missing. At a real pace all of it is as in earnest.
record-rehearsal-trainer = You led here. After a session in earnest leaders find the record, once it is kept, with their group or among their own, and can lay it beside others. Of a rehearsal nothing stays. To see such a page, save the record by the link above, and then at the command line:
record-rehearsal-months = And several months of a group that never was, side by side:
record-rehearsal-bar = A rehearsal: whatever is answered here, all of it is destroyed when the rehearsal is stopped.
record-rehearsal-agrees = Whoever agrees has nothing to do.
record-bar-silent = Until { $time }: if you agree, there is nothing to do.
record-bar-asks = Until { $time }: whoever says nothing does not agree.
record-bar-agreed = You have agreed that it may be kept which seat spoke when. Until { $time } you can take that back.
record-bar-over = The hour has passed, and for some minutes an answer still counts. What anybody else has answered is not shown here.
record-bar-no = A no to all of it, whoever has said it, you perhaps, outweighs all else, and is not shown here to anybody.
record-decide = Yes or no
record-decide-no = Say no
record-until-short = Until { $time }
record-over-short = The hour has passed
record-rehearsal-short = A rehearsal
record-kept-until = If nobody says no, it is kept on this server until the end of { $month }, and then destroyed there.
record-kept = If nobody says no, it is kept on this server until whoever runs it destroys it.
record-copies = That does not reach copies: leaders can take it away as files and pictures, and whoever was there can save it here.
record-together = It is kept together with this group’s earlier records: its leaders see them side by side, and whoever holds several knows that they are of one group.
record-shelf = Whoever led may keep this record among their own, beside those from all the groups that they lead. That has a price: their records become one line of months and sizes, without any group’s name, and whoever knows what they lead may recognise this session in it. Nobody learns here whether somebody did.
record-shown = Leaders may show it to a supervisor, for their training: by a link that ends, without the name of a person or a group.
record-keep-text = You led here. If nobody says no, you can have this record among your own; you find them on your groups’ page, under “My records”. From there nothing leads to the group.
record-keep-whose = “Mine” means the records of { $address }.
record-keep = Keep this record among mine
record-keeps = You keep it: if nobody says no, it comes to stand among your own records.
record-keep-back = Do not keep it among mine
record-keep-signin = You led here. To keep this record among your own, sign in as a leader in this browser, then come back to this page.
record-veto = I do not want this
record-veto-text = Then it is destroyed at that hour, for everyone, and cannot be brought back. Until then this page looks the same to everybody, to you, too, so that nobody can tell when somebody said no, and who. A no cannot be taken back. That your no has arrived is said once, at the top of the page that follows.
record-veto-text-over = Then it is destroyed, for everyone, within some minutes, when the server comes to it, and cannot be brought back. Until then this page looks the same to everybody, to you, too, so that nobody can tell when somebody said no, and who. A no cannot be taken back. That your no has arrived is said once, at the top of the page that follows.
record-veto-text-rehearsal = After a session in earnest it would then be destroyed at its hour, for everyone, and until then this page would look the same to everybody. A rehearsal has no hour: here a no changes nothing, and all is destroyed when the rehearsal is stopped. That your no has arrived is said once, at the top of the page that follows.
record-veto-yes = I say no
record-asks = It says which seat spoke when, with numbers drawn for this record alone. Whoever knows the group may recognise who is who: in an experiment, { $found_again } of 100 seats were found again in the group’s next record. So it is kept only if everyone who was there agrees, here and in time. Whoever says nothing does not agree; then only the sums are kept. Nobody learns who said what.
record-asks-few = It says which seat spoke when, with numbers drawn for this record alone. With so few members everyone knows who is who. So it is kept only if everyone who was there agrees, here and in time. Whoever says nothing does not agree; then only the sums are kept. Nobody learns who said what.
record-agree = I agree
record-agree-back = I no longer agree
record-minutes = Minutes and seconds, each rounded to five seconds by itself: sums may differ by a few seconds, and 0:00 is less than 3 seconds and need not be nothing.
record-phase = Phase
record-planned = Planned
record-actual = Took
record-leaders = Leaders spoke
record-presenter = Presenter spoke
record-members = Members spoke
record-members-apart = Members spoke, apart from whoever presented
record-overlap = Two or more spoke at once
record-everyone = Everyone spoke
record-silence = Silence
record-whole = The whole session
record-whole-voices = The whole meeting
record-setting = Time and setting
record-measured = The group at work
record-shares = The members’ shares of what they said
record-shares-voices = The voices’ shares of what was said
record-shares-none = Not told: { $why }
record-listed = { $before }; { $then }
record-untold-few = fewer than five members
record-untold-few-voices = fewer than five voices
record-untold-short = less than five minutes at work
record-untold-short-voices = less than five minutes
record-untold-little = members spoke for less than a minute in all
record-untold-little-voices = less than a minute of speech
record-untold-floor = fewer than three members took the floor
record-untold-floor-voices = fewer than three voices took the floor
record-untold-quiet = fewer than three members spoke
record-untold-quiet-voices = fewer than three voices
record-untold-either = less than five minutes at work, less than a minute said by members, or fewer than three members who spoke
record-untold-either-voices = less than five minutes, less than a minute of speech, or fewer than three voices
record-untold-unmeasured = nobody measured who spoke
record-untold-unheard = no member was heard to speak
record-untold-said = less than a minute was said in all
record-leader-share = The leaders’ part of all that was said
record-silence-kept = The part of the push back in which the presenter was silent
record-size = Members
record-size-presented = Members, whoever presented among them
record-voices = People who spoke
record-under_5 = up to 4
record-5_to_8 = 5 to 8
record-9_to_12 = 9 to 12
record-13_to_16 = 13 to 16
record-over_16 = more than 16
record-month = Month
record-format = Way of working
record-format-of = { $name }, version { $version }
record-unknown = Not known
record-led = Leaders and co-leaders
record-cases = Cases presented
record-percentages = Percentages are reckoned before times are rounded: of short times they differ from what those tell.
record-overlap-note = Where several speak at once, it counts for each of them. So what was said and the silence may come to more than the time at work.
record-counts = Every count is told here, also those under five: those who were there could see this very page before it was kept. Where several sessions lie side by side, such counts are left out.
record-counts-before = Every count is told here, also those under five: you see all that would be kept. Where several sessions lie side by side, such counts are left out.
record-file = All of it, as it is kept
record-file-rehearsal = All of it, as it would be kept
plot-title = How a session went
plot-title-voices = How a meeting went
plot-svg = Each drawing can be saved by itself, as an SVG picture, which browsers and programs for slides open. This page runs no script, so it makes no PNG picture; whoever has Restarea installed can make one: { $command }
figure-course = The phases, and who spoke in them
figure-stacked = The parts of a bar stand in the order of the legend: each is a sum, and which came first they do not show.
figure-lacks-not_begun = The session had no phase.
figure-lacks-not_ended = The server was stopped in the middle of the session: what came after is not in this record.
figure-lacks-speech_not_measured = Nobody measured who spoke: what is 0 here is not known.
figure-lacks-measured_in_part = The server, or the part of it that measures who speaks, was stopped in the middle and went on. Who spoke just before, in up to 11 seconds each time, and until it measured again, is not known: nothing of that time is counted, and it is no silence.
figure-lacks-no_speech = It was measured who spoke, and nobody did.
figure-lacks-interventions_not_noted = No leader marked what they did to keep the form: there is no drawing of it. The table has what the course of the session shows by itself.
figure-unmarked = No leader marked what they did to keep the form: there is no drawing of it.
figure-lacks-hurried = Made in a rehearsal that went faster than in earnest: its times are not those of a meeting.
figure-lacks-roles_unknown = Who led and who presented is not known: all voices count alike.
figure-lacks-plan_unknown = What was planned is not known.
figure-not-known = not known
figure-leader = Leaders
figure-presenter = Presenter
figure-member = Members
figure-everyone = Everyone, in whatever role
figure-silence = Silence
figure-apart = leaders alone, a pause, not measured, or too short to tell
figure-share = Share
figure-table = The figures as a table
figure-reading = How to read this drawing
figure-contents = On this page
figure-short-course = Phases
figure-short-shares = Shares
figure-short-held = Along time
figure-short-timeline = Who spoke when
figure-short-seats = Who after whom, by seat
figure-short-followed = Who after whom, by role
figure-short-by_phase = Turns by phase
figure-short-turn_lengths = Turns
figure-short-transfers = Gaps and overlaps
figure-short-silences = Silences
figure-short-interventions = What leaders did
figure-short-plans = Phases
figure-short-roles = Who spoke
figure-short-quiet = Silences
figure-short-evenly = How evenly
figure-short-turns = Turns
figure-short-floor = Gaps and overlaps
figure-short-after = Who after whom
figure-percent = { $part }%
figure-hundredths = { $whole }.{ $rest }
figure-planned = planned
figure-planned-below = planned, in brackets where it differed
figure-planned-as = planned { $time }
figure-under-step = < { $seconds } s
figure-course-at-once = Where several spoke at once, the bar has each in proportion; the line below it tells all that each said.
figure-held = The phases along time
figure-began-at = from { $time }
figure-held-note = When each phase began and ended, its pauses included. Zero is when the session began; the waiting before that is not told. The stroke stands where it would have ended as planned.
figure-again = { $phase }, again
figure-held-began = Began
figure-held-measured = The group at work
figure-held-paused = Paused
figure-held-pauses = Pauses
figure-held-back = Presenter pushed back
figure-held-pushed_back = Times back
figure-held-unheard = Voice unheard meanwhile
figure-held-links_lost = Connections lost
figure-by_phase = Turns, phase by phase
figure-by_phase-note = How many turns began in each phase. In the table also the leaders’ part of what was said, and how long two or more spoke at once.
figure-by_phase-runs-on = A turn that runs on into the next phase is counted where it began; in the times each phase has its part of it: much may be said in a phase with 0 turns.
figure-by_phase-little = “–”: in that phase less than a minute was said, so the leaders’ part says little.
figure-timeline = Which seat spoke when
figure-timeline-note = Where an upright line stands, the phase begins that is named at its top.
figure-timeline-presented = Whoever presented has the presenter’s colour throughout.
figure-timeline-differs = Here what some seats said (“Spoke”) and their bars differ: the bars are made of steps of five seconds, so short words may have none, or a longer one.
figure-timeline-sums = “Spoke”, as at the end of each row, is all that was said from a seat. The bars are made of steps of five seconds and go on over pauses of up to three seconds within a turn (in earlier records they may break off there): they may come to more or less.
figure-timeline-roles = “Spoke” is counted as the sums of the session are; but there whoever presented counts as presenter only while their case lasted, and here their seat has what they said as a member, too, before and after it.
figure-timeline-steps = In this earlier record nothing but the bars tells how long a seat spoke. They are made of steps of five seconds, and may come to more or less than the sums.
figure-timeline-imported = The meeting was imported: each seat is a voice of the file, numbered in the order of their first word, and nobody was asked.
figure-timeline-counted = Turns that were counted: { $turns }; bars: { $bars }. What was shorter than such a step often has no bar, and is in the sums alone; or it has grown to a whole step, and may have joined what stood beside it: bars that touch are one. A bar too short to be seen is drawn a little longer.
figure-timeline-none = No bar is drawn: nobody spoke at a stretch for as long as a step of five seconds. What was said is in the sums. Turns that were counted: { $turns }.
figure-stretches = When each seat spoke, as a table
figure-stretches-when = From and to
figure-pseudonymous = Pseudonymous, not anonymous: whoever knows the group may recognise who is who.
figure-pseudonymous-few = Pseudonymous, not anonymous: with so few members everyone knows who is who.
figure-minute = { $minute } min
figure-seat = Seat
figure-spoke = Spoke
figure-bars = All its bars
figure-bars-in = Bars: { $phase }
figure-presented = presented
figure-seats = Who took the floor after whom, seat by seat
figure-seats-note = Counted from who spoke when, in steps of five seconds: what is shorter is not in it, and the counts may differ from those by role.
figure-seats-note-voices = Counted from who spoke when, in steps of five seconds: what is shorter is not in it.
figure-seats-many = Who took the floor after whom is not drawn seat by seat where there are more than { $most }.
figure-points = An arrow points to whoever spoke next: the wider, the more often. The number says how often.
figure-points-begin = An arrow points to whoever spoke next: the wider, the more often; its number says how often.
figure-drawn-of = Drawn are the { $ways } commonest of { $all_ways } ways: { $least } times or more.
figure-drawn-none = No way came up so much more often than the others that a few arrows could show it.
figure-squares = All ways: in a seat’s row stands how often each other seat spoke next.
figure-followed = Who took the floor after whom, by role
figure-after = After
figure-after-seat = After seat
figure-count = How often
figure-figures = Figures: { $unit }.
figure-unit-time = minutes and seconds
figure-unit-part = percent of what was said
figure-unit-time-part = percent of the time at work, silence included
figure-unit-mixed = from 0 to 1, or percent
figure-unit-silences-mixed = percent, or how many silences
figure-unit-turns = how many turns
figure-unit-silences = how many silences
figure-unit-count = how many times
figure-turn_lengths = How long turns were
figure-turn_lengths-note = A turn lasts from its beginning to its end: the short pauses in it, of up to 3 seconds, count with it. After a longer silence the same voice begins another turn.
figure-turn_lengths-0 = under 5 seconds
figure-turn_lengths-1 = 5 to 15 seconds
figure-turn_lengths-2 = 15 to 60 seconds
figure-turn_lengths-3 = 1 to 3 minutes
figure-turn_lengths-4 = over 3 minutes
figure-transfers = From one voice to the next: gaps and overlaps
figure-transfers-0 = overlap of over 1 second
figure-transfers-1 = overlap of ½ to 1 second
figure-transfers-2 = overlap of under ½ second
figure-transfers-3 = gap of under ½ second
figure-transfers-4 = gap of ½ to 1 second
figure-transfers-5 = gap of 1 to 3 seconds
figure-transfers-6 = gap of 3 seconds or more
figure-silences = Silences
figure-silences-note = Counted are those of over 3 seconds. “Silence” elsewhere on this page is the sum of all, the shorter ones too: it may come to much where none is counted here.
figure-silences-note-phases = A silence that runs on into the next phase is counted where it began; in the sums each phase has its part of it.
figure-silences-all = All silence, also of under 3 seconds
figure-silences-0 = over 3 seconds
figure-silences-1 = of these, over 10 seconds
figure-silences-2 = of these, over 30 seconds
figure-shares = The members’ shares of what they said
figure-shares-voices = The voices’ shares of what was said
figure-shares-note = The stroke stands where all would have spoken as long.
figure-shares-presented = Whoever presented is among the members here, with all that they said, the presentation too.
figure-shares-nobodys = Whose shares they are is kept nowhere.
figure-shares-nobodys-voices = Whose shares they are, the file tells.
figure-shares-seats = Which seat’s shares they are, the timeline tells.
figure-shares-rounded = In this earlier record each share was rounded by itself, to tenths, or among eight members or fewer to thirds: 0% is little and need not be nothing, and together they need not come to 100%.
figure-shares-most = The { $count } who spoke most
figure-shares-between = The { $count } in between
figure-shares-least = The { $count } who spoke least
figure-shares-all = All { $count }
figure-even-0 = On the whole, members spoke for similar times.
figure-even-0-voices = On the whole, voices spoke for similar times.
figure-even-1 = Some members spoke longer than others.
figure-even-1-voices = Some voices spoke longer than others.
figure-even-2 = Some members spoke much longer than others.
figure-even-2-voices = Some voices spoke much longer than others.
figure-even-3 = A few members said most of it.
figure-even-3-voices = A few voices said most of it.
figure-gini = Gini { $gini }, evenness { $evenness } (where all speak for as long, Gini is 0 and evenness 1): this describes how talk was shared out, and is no score.
figure-gini-close = under 0.03
figure-evenness-close = over 0.97
figure-even-steps = Both are told in steps of 0.05.
figure-interventions = What leaders did to keep the form
compare-title = Sessions side by side
example-all = An example: there is no such group, and nobody was there.
example-some = Some of these are of the example: there is no such group, and nobody was there.
compare-text = How several sessions went. No sound, no word, no name, no day.
compare-plans = How long each phase took
compare-plans-note = The stroke stands where the phase would have ended as planned.
compare-own-scales = Each panel has a scale of its own.
compare-other-scales = Percentages share one scale; every other panel has a scale of its own.
compare-lane = Light column: the most there can be.
compare-roles = Who spoke, by role
compare-roles-note = Whoever presents counts as presenter while their case lasts, and as a member before and after it. Voices at the same time count once, in proportion.
compare-quiet = Silences, in each session
compare-quiet-note = The part of the time is that of all silence, also of under 3 seconds; counted are the longer ones.
compare-silence_share = Silence, part of the time
compare-over_3_s = Silences over 3 seconds
compare-over_10_s = Of these, over 10 seconds
compare-over_30_s = Of these, over 30 seconds
compare-evenly = How talk was shared out
compare-evenly-note = Gini 0 and evenness 1: all members spoke for as long; whoever presented is among them, with all that they said, the presentation too. Reciprocity 1: everyone is followed as often by those whom they follow. This describes the sessions and is no score.
compare-evenly-steps = Gini and evenness are told in steps of 0.05: 0.00 is under 0.03, and 1.00 over 0.97.
compare-evenly-voices = Of an imported meeting Gini and evenness are those of all voices, also of whoever led; of a session those of its members alone. So they do not say the same.
compare-gini = Gini
compare-evenness = Evenness
compare-reciprocity = Reciprocity
record-reciprocity = Reciprocity (1 where everyone is followed as often by those whom they follow)
compare-leaders-part = Leaders’ part of speech
compare-turns = Turns, and how long they were
compare-turns-all = How many turns
compare-turns-long = over 1 minute
compare-floor = From one voice to the next: gaps and overlaps
compare-overlaps = overlap
compare-gaps = gap of ½ to 3 seconds
compare-after = Who took the floor after whom
compare-after-leader = A leader, or after one
compare-after-presenter = The presenter, or after them, not leaders
compare-after-member = Members after members
compare-after-note = There and back together, from nine on: each turn counts twice, so nine are five turns at least. Each turn but the first has come after another, so of each way alone one that is few could be reckoned from the others.
compare-silence-kept = Silent while pushed back
compare-other-kinds = The other kinds together
compare-kinds-note = A kind that was marked fewer than five times in a session is counted there among the others. In which phases it was, each session’s own page tells.
compare-no-kinds-note = No kind was marked five times in a session, so all kinds stand together. Each session’s own page tells which they were, and in which phases.
compare-count = Times
compare-session = Session
compare-session-planned = Session: took (planned)
compare-under = under 5
compare-not-told = not told
compare-few = not told: under 5 members
compare-little = not told: less than a minute was said in all
compare-not-noted = not noted
compare-sign-under = under 5
compare-sign-not-told = not told: { $why }
compare-reckoned = it or a count beside it is under 5, and could be reckoned from the others
compare-reckoned-turns = it or a count beside it is under 9, so that of those turns there may have been fewer than 5
compare-sign-not-noted = not noted: no leader marked anything
compare-sign-not-known = not known
compare-sign-none = not measured, or there was none
compare-sign-measured_in_part = * Measured in part: the server was stopped in the middle and went on, and of some seconds it is not known who spoke: what was said then is counted nowhere.
compare-sign-hurried = † Made in a rehearsal that went faster than in earnest: its times are not those of a meeting, and no range or median of others counts it.
compare-gap = A broken line: there is no record of that month.
compare-gap-long = Three dots: no record of several months.
compare-many = From left to right: one column a session, with the figures of the first and the last.
compare-columns = From left to right: one column a session.
compare-once = in one session: { $figure }
compare-always = always { $figure }
compare-of-all = from { $least } to { $most } · median { $middle }
compare-of-all-lower = from { $least } to { $most } · lower median { $middle }
compare-of-told = of { $count } that are told: { $said }
compare-not-drawn = Not drawn, since it can be told of none of these sessions: { $names }.
compare-nothing = There is nothing to draw here of any of these sessions.
compare-why = Why: { $why }.
compare-undrawn = What cannot be drawn
compare-alone = Counts under five are left out, and so are some beside them.
compare-imported = Of an imported meeting every count is told: whoever has its file knows them all.
compare-twice = All sums of { $names } are the same: if they are records of one session, it counts more than once here.
compare-of = { $count } sessions
compare-of-months = { $count } sessions, { $first } to { $last }
compare-rule = Counts under five, and who spoke in a session with fewer than five members, are left out here; so are counts beside them, from which such a one could be reckoned. Drawings of many months are easily handed on, and so few could be recognised in them. Each session’s own page tells them, as those who were there could see it before it was kept.
compare-too-few = There are fewer than two records: nothing can be laid side by side yet.
compare-within-month = Sessions of one month stand beside each other in no order of time: which was the first is kept nowhere. Their letters tell no order, either.
page-records-title = Records kept together
page-records-text = How this group’s sessions went, month by month. No sound, no word, no name, no day.
records-of-group = Records kept together: { $group }
records-none = None of your groups keeps its records together. It is chosen when a meeting is opened, and everyone in the room is told.
records-waiting = A record comes here when the twenty hours are over in which it can be refused.
records-groups = Of which group
records-each = Each session by itself
records-line = { $minutes ->
    [0] { $month }: { $format }, under a minute, { $members } members
    [one] { $month }: { $format }, { $minutes } minute, { $members } members
   *[other] { $month }: { $format }, { $minutes } minutes, { $members } members
}
records-format-own = a way of working of its own
records-damaged = { $count ->
    [one] One record is damaged and is not shown.
   *[other] { $count } records are damaged and are not shown.
 }
records-newer = { $count ->
    [one] One record was made by a newer version of this software and is not shown until this server has it.
   *[other] { $count } records were made by a newer version of this software and are not shown until this server has it.
 }
page-damagedrecord-title = This record is damaged
page-damagedrecord-text = It cannot be shown. Tell whoever runs this server, who can destroy it.
page-newerrecord-title = This record is of a newer version
page-newerrecord-text = It is whole, and this server’s software is too old to read it. Tell whoever runs this server: once it is upgraded, the record is shown.
records-of = A session of { $month }
records-of-none = A session
records-back = All records of this group
records-away = To take away
records-away-hint = The server notes which record was taken and on which day, with an opaque number for you and no name.
records-as-zip = ZIP: every format, with a codebook
records-as-csv = CSV: a row for each phase
records-as-json = JSON: the record itself
records-print = Print
records-zip-lacks = On this server a ZIP has every format but { $formats }: whoever runs it has not installed what writes those. The ZIP says so, too.
records-choose = Choose: { $line }
records-away-chosen = The chosen ones as one ZIP
records-away-all = All of them as one ZIP
records-away-several-hint = In the ZIP is every format, with a codebook. The server notes which records were taken and on which day, with an opaque number for you and no name.
records-none-chosen = No session is chosen. Please tick the ones that you want to take away, or take all of them.
records-few-chosen = One session alone cannot be laid side by side: please tick two or more. These are all of them.
records-no-chosen = No session was chosen. Please tick two or more to see those alone; these are all of them.
records-compare = Side by side
records-compare-chosen = Show the chosen ones side by side
records-compare-all = Show all again
records-not-made = It could not be made just now. Please try again.
records-being-made = Being made…
records-figure-as = { $figure }, as { $format }
page-myrecords-title = My records
page-myrecords-text = How sessions that you led went, from all your groups, month by month. No sound, no word, no name, no day, and no group.
myrecords-none = Nothing yet. Where something is kept of a session that you led, the page on which everyone sees it offers you for twenty hours to keep it among your own. It comes here when these hours are over and nobody has said no.
myrecords-hours = When you led, and for how many hours, stands by itself and knows nothing of these records:
myrecords-off = Take it off my records
page-ownoff-title = Take this record off yours?
page-ownoff-text = It cannot be brought back to your list, and links by which you share it show it no more. The record itself stays on this server, and leads to you no more. What you have taken away stays with you.
myrecords-off-back = Back, and leave it there
page-sharedrecords-title = Records that are shared with you
page-sharedrecords-text = How sessions went that one person led, month by month. No sound, no word, no name, no day, and no group.
groups-records = Records kept together
groups-records-look = Look at them side by side
groups-records-end = Keep them apart from now on
groups-records-end-hint = The records stay, but lead neither here nor to one another any more. This cannot be undone.
share-title = Share with a supervisor
share-hint = Whoever has the link sees the same pages, without a group’s name, and is offered nothing to take away. It leads to what is here now; for a record that comes later, make another. It ends by itself, or when you end it. The server notes that you shared it and that it was opened, without a name.
share-days = For how many days
share-day = { $days }, until { $day }
share-all = Make a link to all of these records
share-latest = Make a link to the latest { $most } of these records
share-record = Make a link to this record
share-chosen = Make a link to the chosen ones
share-none-chosen = No session is chosen. Please tick the ones that you want to share.
share-too-many = One link leads to { $most } sessions at most. Please tick fewer.
share-line-all = A link to all { $count } of these records, until { $time }
share-line-some = { $count ->
    [one] A link to one record ({ $months }), until { $time }
   *[other] A link to { $count } records ({ $months }), until { $time }
 }
share-end = End it
share-link = The link
share-until = It is good until { $time }.
share-back = Back
page-share-title = A link to look at it
page-share-text = It is shown only this once: hand it on now.
page-shared-title = Records of sessions
page-shared-text = Somebody who leads groups shares with you how sessions went: no sound, no word, no name. What you see belongs to those who were there, and is for your conversation about it.
shared-press = Look at them
shared-until = The link by which you look is good until { $time }, unless it is ended before.
shared-until-address = If it has not been ended, this link is good until { $time }.
shared-over = This link is over, or was ended. Ask for a new one.
intervention-open = Opening
intervention-frame = Restating the frame
intervention-protect_presenter = Protecting the presenter
intervention-redirect_advice = Redirecting advice
intervention-redirect_question = Redirecting a question
intervention-invite_patient_view = Inviting the patient’s view
intervention-invite_doctor_view = Inviting the doctor’s view
intervention-hold_silence = Holding the silence
intervention-reflect_group = Reflecting the group
intervention-time = Minding the time
intervention-recall_presenter = Recalling the presenter
intervention-close = Bringing to a close

## Afterwards: a certificate for whoever was there, what leaders have led, a few questions

page-certificate-title = Certificate of attendance
page-certificate-text = Write your name as it shall stand on it, in at most 60 characters; a long one becomes smaller. Then print it or save it as PDF.
page-certificates-title = Certificates of attendance
page-certificates-text = Meetings at which this browser was, the newest first.
page-nocertificate-title = There is no certificate here
page-nocertificate-text = Open this page in the browser in which you were at the meeting. Certificates are there for some weeks; some servers give none, and for less than half a minute there is none.
page-earlycertificate-title = The session has not ended yet
page-earlycertificate-text = Once the leaders have ended it, your certificate is here, in this browser.
certificate-title = Certificate of attendance
certificate-name = This is to certify that
certificate-name-hint = Your name is sent nowhere and kept nowhere. If you leave it empty, there is a line to write on.
certificate-took-part = took part in a meeting of a Balint group.
certificate-took-part-group = took part in a meeting of the Balint group “{ $group }”.
certificate-when = Start
certificate-attended = Attended
certificate-lasted = The meeting lasted
certificate-role = Role
certificate-held = Held
certificate-held-at = by video, at { $host }
certificate-minutes = { $minutes ->
    [one] 1 minute ({ $hours } h)
   *[other] { $minutes } minutes ({ $hours } h)
}
certificate-attests = The leader of the group confirms by signature that the person named above took part.
certificate-place-day = Place, date
certificate-leader = Name and signature of the leader
certificate-code = Code:
certificate-check = Whether the code is of this server, and for which day and how many minutes it was given, can be seen at { $address }.
certificate-measured = Counted is the time with a working connection, from the beginning of the session to its end. For whoever leads, the end is that of the leaders’ talk after the circle; for all others, that of the circle. What was spoken of, and who else was there, stands nowhere.
certificate-print = Print or save as PDF
certificate-until = You find it again in this browser until the end of { $month }, and so does whoever else uses it.
certificate-forget = Erase it from the server
certificate-forget-text = It can then be shown nowhere again. Only a backup of the server that was made before could bring it back. What you have printed stays good.
page-verify-title = Check a certificate
page-verify-text = Type the code that stands on the certificate. It says for which day it was given and for how many minutes, never to whom.
verify-code = Code
verify-check = Check
verify-right = { $minutes ->
    [one] This server gave a certificate with this code for a meeting on { $day }, 1 minute attended.
   *[other] This server gave a certificate with this code for a meeting on { $day }, { $minutes } minutes attended.
}
verify-name = The name on it was written by its holder; the leader’s signature vouches for it.
verify-wrong = This server never gave this code. Please compare it letter by letter.
page-hours-title = What you have led
page-hours-text = Your meetings as leader, co-leader, or leader in training, for your accreditation. Hours are rounded to a quarter. Only you see this list.
hours-meetings = Meetings
hours-hours = Hours
hours-all = In all
hours-take = Take it away, for a spreadsheet (CSV)
hours-each = Each meeting
hours-date = Date
hours-start = Start
hours-zone = Time zone
hours-minutes = Minutes
hours-role = Role
hours-format = Way of working
hours-group = Group
hours-forget = Erase
hours-forget-all = Erase the whole list
page-hoursforget-title = Erase it from your list?
page-hoursforget-text = It cannot be brought back. What you have taken away stays with you.
hours-forget-back = Back, and erase nothing
hours-none = Nothing yet. A meeting comes here when it has ended, if you led it with your own link, were there for longer than half a minute, and your address stands on the group’s list. It counts as a quarter of an hour at least.
hours-kept = { $months ->
    [one] Each meeting stays here for the month after its own.
   *[other] Each meeting stays here for { $months } months.
}
hours-not-noted = On this server nothing new is noted here. What stands here stays until you erase it.
hours-records = How the sessions went, where you or a group kept that, stands by itself and knows nothing of this list:
page-nofeedback-title = There is nothing to answer here
page-nofeedback-text = Either you have answered already, or this browser was at no meeting that has ended, or nothing is asked here.
page-feedbackthanks-title = Thank you
page-feedbackthanks-text = Your answers have been counted. Nothing says that they are yours. You can close this page.
page-feedbackresults-title = What people answered
page-feedbackresults-text = Of all groups on this server together. A month is shown when it is over; months with few answers are shown together.
feedback-anonymous = Your answers are counted with those of everyone who answers this month, from all groups here. Nothing keeps who answered, or from which group.
feedback-yes = Yes
feedback-no = No
feedback-send = Send
feedback-empty = Please answer one question at least.
feedback-changed = The questions have been changed meanwhile. Please look at them again.
feedback-few = Not told yet: fewer than { $count } answers, or from this month alone.

## Leaders sign in

page-signin-title = Sign in
page-signin-text = For leaders. You get a link by mail; there is no password.
page-signinsent-title = Look into your mail
page-signinsent-text = If this address is a leader’s, a link is on its way to it. It is good for a quarter of an hour. If nothing has come after a few minutes, look among unwanted mail, or ask whoever runs this server.
page-signinprinted-title = Ask whoever runs this server
page-signinprinted-text = This server sends no mail. If this address is a leader’s, a link now stands in the server’s own output, for a quarter of an hour. Whoever runs the server can give it to you.
page-nodesk-title = There is no desk here
page-nodesk-text = The desk opens on a second screen from the desk in the room: under “For yourself”, press “On another screen”.
page-deskopen-title = The leaders’ desk
page-deskopen-text = One press, and the desk of your session is on this device. There is no sound and no picture here: you stay in the room on your other screen.
deskopen-press = Open the desk here
deskopen-over = This link has been used, or is older than five minutes. Show a new one at the desk in the room.
page-second-title = The leaders’ desk
page-signinopen-title = Sign in
page-signinopen-text = One press, and this browser is signed in for thirty days.
signin-address = E-mail address
signin-no-mail = For leaders. This server sends no mail: the link goes to whoever runs it, who gives it to you. There is no password.
signin-send = Send me a link
signin-press = Sign in
signin-no-address = This is no e-mail address. Write it like anna@example.org.
signin-too-fast = Too many attempts. Wait a minute, then try again.
signin-link-over = This link has been used, or is older than a quarter of an hour. Ask for another one.
signin-again = Ask for a link
signin-needs-script = This page needs JavaScript. Switch it on in your browser, then open the link again.
signin-out = Sign out
signin-printed = The leader { $leader } (restarea leader list) asks to sign in. No mail is set up; their link, for a quarter of an hour:
signin-mail-title = Your link to sign in
signin-mail-text = With this link you sign in as a leader at Restarea.
signin-mail-press = Sign in
signin-mail-lasts = It is good for a quarter of an hour, and for one time.
signin-mail-not-you = If you did not ask for it, do nothing: nobody can sign in without it.

page-passkeys-title = Passkeys
page-passkeys-text = With a passkey you sign in as you unlock your device, by fingerprint, face or PIN, and wait for no mail. It stays on your device, or in its account; this server keeps only what checks it. The link by mail remains your other way in.
passkeys-none = You have none yet.
passkeys-number = Passkey { $number }
passkeys-since = added in { $month }
passkeys-remove = Remove
passkeys-remove-hint = Removing one also signs out all other browsers of yours, in case a device is lost. Your device keeps its half until you delete it in its settings; it opens nothing here any more.
passkeys-add = Add a passkey
passkeys-add-hint = Your device asks where to keep the passkey: here, on your phone, or on a security key. Not on a computer that others unlock, too.
passkeys-enter = Sign in with a passkey
passkeys-enter-hint = Have you added a passkey on this device or your phone?
passkeys-not-here = Passkeys do not work here. They need a recent browser and an address with https and a name, not a number such as 127.0.0.1; on this computer, http://localhost will do. Go on signing in by mail.
passkeys-not-shown = No passkey was shown. Try once more, or ask for a link by mail; once you are in, you can add a passkey.
passkeys-not-added = No passkey was added. Try once more if you like; the link by mail remains your way in.
passkeys-unknown = This passkey is not known here, or no longer. Ask for a link by mail. The passkey itself you can delete in your device’s settings.
passkeys-refused = This passkey could not be checked. Ask for a link by mail; then remove the passkey from your list and add a new one.
passkeys-over = That took longer than five minutes, or the server has restarted. Press once more.
passkeys-taken = This device already has a passkey of yours. You can sign in with it.
passkeys-many = You have ten passkeys, which is the most. Remove one, then add another.
passkeys-signed-out = You are no longer signed in. Load this page again and sign in, then add the passkey.
passkeys-failed = That did not work just now. Try once more, or ask for a link by mail.
passkeys-mail-title = A passkey was added
passkeys-mail-text = A passkey has been added to your access as a leader at Restarea. Whoever has it can sign in as you.
passkeys-mail-not-you = If it was not you, somebody has used a browser in which you were signed in. Open your passkeys, sign in by mail if you are asked to, and remove the newest one: your other browsers are signed out then, too.

## A leader’s groups

page-groups-title = Your groups
page-groups-text = Who belongs to them, and when they meet.
page-newgroup-title = A new group
groups-about = The group itself
groups-none = You have no group yet.
groups-new = Make a group
groups-back = Your groups
groups-signed-in = Signed in as
groups-next-none = No meeting is planned.
groups-next-rhythm = { $when }: by its rhythm, not planned yet
groups-next = The next meeting:
groups-name = What the group is called
groups-format = How it works
groups-format-line = { $name }: about { $minutes } minutes, { $least } to { $most } members
groups-language = Language of its mails
groups-telephone = Telephone number for when the link fails
groups-telephone-hint = Optional, such as +44 20 7946 0000. It stands in the mails and calendars of this group, and where one of its members cannot reach the room.
groups-zone = Time zone
groups-zone-choose = Choose a place
groups-rhythm = When it meets
groups-rhythm-none = Each meeting is planned by itself
groups-rhythm-months = Every month, on the
groups-rhythm-weeks = Weeks from one meeting to the next:
groups-nth = Which one in the month
groups-nth-1 = first
groups-nth-2 = second
groups-nth-3 = third
groups-nth-4 = fourth
groups-nth-last = last
groups-weekday = Day of the week
groups-weekday-0 = Monday
groups-weekday-1 = Tuesday
groups-weekday-2 = Wednesday
groups-weekday-3 = Thursday
groups-weekday-4 = Friday
groups-weekday-5 = Saturday
groups-weekday-6 = Sunday
groups-every = Number of weeks
groups-first = from
groups-at = Time of day
groups-people = Who belongs to it
groups-people-hint = The name is what the others see; a first name is enough. To take somebody off, empty the name and the address.
groups-person = Name
groups-role = Role
groups-role-leader = leader
groups-role-co-leader = co-leader
groups-role-member = member
groups-role-observer = observer
groups-address = E-mail address
groups-more = More rows
groups-save = Save
groups-changed-title = Somebody else has changed this group
groups-changed-text = Nothing of what you typed is saved yet; it stands below. Choose what is kept of what the other has changed, then save.
groups-changed-kept = Nothing of what you typed is saved yet; it stands below. What the other has changed is kept, as it is told here: save it once more.
groups-changed-nothing = Nothing of what you typed is saved yet; it stands below. What the other has changed is not in its way: save it once more.
groups-changed-theirs = as the other has saved it: { $words }
groups-changed-mine = as you typed it: { $words }
groups-changed-lost = as you typed it, and is not kept: { $words }
groups-changed-before = as it was before: { $words }
groups-changed-empty = nothing
groups-changed-off = not on the list
groups-wrong = Not saved yet: see below what is to be mended.
groups-wrong-name = Give the group a name of 1 to 40 characters.
groups-wrong-taken = Another group has this name. Choose another one.
groups-wrong-format = Choose how the group works.
groups-wrong-language = Choose a language.
groups-wrong-telephone = A telephone number has digits, spaces, brackets, hyphens, slashes and a plus sign in front, and at most { $most } characters.
groups-wrong-zone = Choose the place whose clock counts.
groups-wrong-rhythm = This is no rhythm yet: a time of day is needed; for weeks, also their number (1 to 12) and the day of a meeting.
groups-wrong-person = Give everyone a name of 1 to 40 characters.
groups-wrong-twice = This name is there twice. Write the two so that they differ.
groups-wrong-address = This is no e-mail address. Write it like anna@example.org.
groups-returned-unknown = The last letter came back: there is no such address.
groups-returned-full = The last letter came back: the letter box is full.
groups-returned-refused = The last letter came back: the mail server there does not take it.
groups-returned-later = The last letter came back: it could not be delivered for days.
groups-returned-what = Ask for another address, or give them a link by hand on the page of a meeting.
groups-wrong-role = Choose a role for everyone.
groups-roster-leaders = A group has one leader; whoever leads along is a co-leader.
groups-roster-members = This way of working takes at most { $count } members.
groups-roster-seats = This way of working has { $count } seats in all.
groups-roster-no-leader = This way of working knows no leader.
groups-roster-no-co-leader = This way of working knows no co-leader.
groups-roster-no-member = This way of working knows no members.
groups-roster-no-observer = This way of working knows no observers.
groups-meetings = Meetings
groups-planned-none = None is planned.
groups-told = { $count ->
    [0] nobody has been invited yet
    [one] one person has been told
   *[other] { $count } people have been told
 }
groups-under-way = { $count ->
    [one] one letter is on its way
   *[other] { $count } letters are on their way
 }
groups-not-delivered = not delivered to { $names }
groups-not-certain = not certain for { $names }
groups-letter-back = a letter came back from { $names }
groups-know-before = know only the time before, so tell them that it has moved: { $names }
groups-uninvited = not invited yet: { $names }
groups-no-address = no address and no link yet: { $names }
groups-invite-missing = Invite those who are missing, to all dates of which others know
groups-entries = { $count ->
    [one] One person has letters and calendar entries in which the name or the telephone number from before stands.
   *[other] { $count } people have letters and calendar entries in which the name or the telephone number from before stands.
  }
groups-entries-say = The new entries will say:
groups-entries-now = This is offered now, until you leave this page.
groups-entries-renew = Send them the entries anew
groups-astray = { $count ->
    [one] One planned meeting is at another hour than the group’s.
   *[other] { $count } planned meetings are at another hour than the group’s.
  }
groups-astray-some = { $count ->
    [one] One of { $all } planned meetings is at another hour than the group’s.
   *[other] { $count } of { $all } planned meetings are at another hour than the group’s.
  }
groups-astray-others = The rest stay where they are: they have the group’s hour, were moved or planned by hand, or are on another day than the group’s.
groups-astray-to = move to { $when }
groups-astray-move = { $count ->
    [one] Move it
   *[other] Move all { $count }
  }
groups-astray-hint = Whoever was invited gets one letter, and the entries in their calendar move.
groups-held = held; it ended at { $when }
groups-unbegun = opened, and ended without a session at { $when }
groups-revoked = no link any more for { $names }
groups-coming = { $count ->
    [0] nobody has said that they come
    [one] one person comes
   *[other] { $count } people come
 }; not said yet: { $open }
groups-coming-but = { $count ->
    [0] nobody has said that they come
    [one] one person comes
   *[other] { $count } people come
 }; cannot come: { $names }; not said yet: { $open }
groups-came-back = The last letter came back from { $names }: see the list below.
groups-plan-title = Plan a meeting
groups-series-no-rhythm = This group has no rhythm yet. Say on its page when it meets.
groups-series-count = How many dates
groups-series-show = Show them
groups-series-out = Take the tick away from a date on which the group does not meet, such as in the holidays: nobody is told of it.
groups-series-planned = planned already
groups-series-untold = planned already; not everybody has been told
groups-series-cancelled = cancelled or left out, and stays so
groups-series-earlier = its meeting was moved to an earlier date
groups-series-moved = moved to { $when }
groups-series-other = at another time: { $when }
groups-series-change = A planned date leads to where you move or cancel it.
groups-series-invite = Tell everybody by mail
groups-series-invite-hint = One letter with all dates, and with a calendar file for each. It holds the link to the first meeting; the link to each of the others comes with the reminder, a day before.
groups-series-plan = { $count ->
    [0] Leave these dates out
    [one] Plan this meeting
   *[other] Plan these { $count } meetings
 }
groups-series-all = All of these are planned already.
groups-series-tell = Tell those who have not been told
groups-day = Day
groups-wrong-time = This is no time that is still to come. Choose a later one.
groups-wrong-hour = There is no such time: the clocks go forward that night, and leave this hour out. Choose another.
groups-wrong-there = There is a meeting of this group at this time already. Nothing has been planned.
groups-wrong-far = This is more than two years ahead. If it is meant, press once more; otherwise correct the year.
groups-open-now = A meeting of this group is open.
groups-go-in = Go in
groups-links = Links to hand on
groups-cancelled = cancelled
groups-left-out = no meeting on this date; nobody has been told of one
groups-off-untold = have not been told that it does not take place: { $names }
groups-gone = { $count ->
    [one] One person has left this group, and nothing is known of them here any more.
   *[other] { $count } people have left this group, and nothing is known of them here any more.
 }
groups-remove = Remove this group
groups-remove-hint = You are told first what goes with it.
page-removegroup-title = Remove this group?
page-removegroup-text = It cannot be undone. This goes with it, at once:
page-links-title = Links to hand on
page-links-text = Each link is for one person, to the meeting that is open. A new one takes the place of those before; whoever is in the room already stays there.
page-series-title = Plan the coming meetings
page-link-title = A link to hand on
remove-people = { $count ->
    [one] its list, with one person, their address and how many cases they have presented
   *[other] its list, with { $count } people, their addresses and how many cases each has presented
 }
remove-meetings = the meetings that are planned; whoever was invited gets a mail, and the entry goes from their calendar:
remove-links = every link to its meetings, old ones too
remove-records = what keeps its records together: they stay, but lead neither to this group nor to one another any more, and links to look at them open nothing
remove-stays = The group’s name and the days of its meetings stay on certificates of attendance, which name nobody and only their browsers open, and in the lists of what its leaders have led, for as long as these are kept.
remove-open = A meeting of this group is open. The group can be removed when it has ended.
remove-press = Remove the group
remove-keep = Keep it
page-cancelmeeting-title = Cancel this meeting?
cancel-told = { $count ->
    [0] Nobody has been told of it: no mail goes out.
    [one] One person is told by mail, at once, and the entry goes from their calendar.
   *[other] { $count } people are told by mail, at once, and the entry goes from their calendars.
}
cancel-for-good = It cannot be undone. If it only takes place at another time, move it instead.
cancel-keep = Let it take place
meeting-open = Open the meeting
meeting-open-hint = Everyone’s link leads to the waiting room from then on, and you go in. Before that it says when the meeting will be.
meeting-open-later = From twelve hours before it begins you open the meeting here, by one press.
meeting-people = Who is invited
meeting-replies-hint = On the page of their link everyone can say whether they come. Only those who lead the group see it here. Whoever cannot come is not reminded, and may come all the same.
meeting-comes = comes
meeting-cannot = cannot come
meeting-invite = Invite by mail
meeting-invite-now = Invite them now
meeting-invite-rest = Try again with those whom no mail has reached
meeting-linkless = { $count ->
    [one] One person has no link to this meeting yet.
   *[other] { $count } people have no link to this meeting yet.
}
meeting-look-again = Look again
meeting-again = Send a new link
meeting-no-mail = No mail is set up on this server. Make a link for each person here, and hand it on to them.
meeting-state-none = not invited yet
meeting-state-no-address = no address: the group’s page takes one, or hand a link on
meeting-state-under-way = on its way
meeting-state-sent = sent
meeting-state-refused = not delivered: there is no such address, or it takes no mail. Correct it on the group’s page, then invite again
meeting-state-later = not delivered yet: the mail server could not be reached, or did not take it now. It is tried again by itself
meeting-state-unsure = not certain: the server stopped while this mail was being sent, so it may or may not have arrived. Ask, or send a new link
meeting-state-handed = has a link that you hand on; if the meeting moves and no mail reaches them, tell them
meeting-state-revoked = has no link any more
meeting-state-linkless = has no link to this meeting yet
meeting-knows = Knows the time before, as far as this page can tell: { $when }. Tell them that it has moved.
meeting-off-none = had not been told of it
meeting-off-no-address = no address: if they know of the meeting, tell them that it does not take place
meeting-off-under-way = on its way
meeting-off-sent = told that it does not take place
meeting-off-refused = not told: there is no such address, or it takes no mail. Tell them yourself that it does not take place
meeting-off-later = not told yet: the mail server could not be reached, or did not take it now. It is tried again by itself
meeting-off-unsure = not certain whether they have been told: the server stopped while this mail was being sent. Ask, or try again
meeting-off-handed = had a link from you: tell them that it does not take place
meeting-off-revoked = had no link any more
meeting-returned-what = Ask for another address and write it on the group’s page, or give them a link by hand.
meeting-by-hand = Without mail
meeting-hand = Make a link to hand on
meeting-hand-hint = A new link is shown to you once, to hand on. It takes the place of those that this person has had.
meeting-revoke = Take the link back
meeting-revoke-ask = Take the link back…
meeting-revoke-hint = None of their links opens this meeting any more, and they cannot have a new one sent; they read that they should ask you. Whoever is in the room already stays there. You can give them another at any time.
meeting-links-none = No meeting of this group is open.
meeting-link-for = This link is for { $name }, to the meeting of “{ $group }” on { $when }.
meeting-link-for-open = This link is for { $name }, to the meeting of “{ $group }” that is open now.
meeting-link-copy = Copy
meeting-link-copied = Copied.
meeting-link-marked = Your browser does not let the page copy it. The link is marked: copy it with Ctrl and C, or hold it with your finger.
meeting-link-warning = It is shown this once. Whoever has it comes in under this name, so hand it on where nobody else reads it. Links from before open nothing any more; whoever is in the room already stays there.
meeting-move = Move the meeting
meeting-change = Another time, or not at all
meeting-change-hint = Whoever was invited gets a mail, and the entry in their calendar follows. Cancelling is asked once more first.
meeting-change-hint-no-mail = No mail is set up on this server: tell people yourself. When it only moves, their links stay good.
meeting-move-all = All further meetings at another hour? Change the time of day under “When it meets” on the group’s page: it then offers to move them.
meeting-each = Each person
meeting-move-yet = Nothing has been changed yet: the meeting stays where it was until you press “Move the meeting”.
meeting-cancel = Cancel the meeting
meeting-cancel-ask = Cancel the meeting…
meeting-cancel-hint-no-mail = No mail is set up on this server: tell people yourself that it does not take place.
meeting-cancelled = This meeting is cancelled.
meeting-held = This meeting has taken place. It ended at { $when }.
meeting-held-more = Nothing of it can be changed any more. Whoever was there finds their certificate, and what was kept, in the browser with which they came. This page is here on its day and the next.
meeting-unbegun = This meeting was opened, and ended at { $when } without a session: nobody began it.
meeting-unbegun-more = Nothing of it can be changed any more, and its links open nothing. This page is here on its day and the next.
meeting-held-plan = Plan another meeting
meeting-left-out = There is no meeting on this date, and nobody has been told of one.
meeting-earlier = The meeting of this date was moved to an earlier one.
meeting-plan-after-all = Plan a meeting for it after all
meeting-wrong-time = This is no time that is still to come. Choose a later one.
meeting-wrong-hour = There is no such time: the clocks go forward that night, and leave this hour out. Choose another.
meeting-wrong-there = Another meeting of this group is planned for this time already. Nothing has been moved.
meeting-wrong-far = Nothing has been moved: this is more than two years ahead. If it is meant, press “Move the meeting” once more; otherwise correct the year.
meeting-wrong-cancelled = Nothing has been moved: the meeting has been cancelled since you opened this page.
meeting-wrong-moved = The meeting has been moved since you opened this page: it is now on { $when }. Nothing has been changed or sent. If you still want what you pressed, press it once more.
meeting-wrong-moved-to = The meeting has been moved since you opened this page: it is now on { $when }. Nothing has been changed or sent. Is it to go to { $to }? Then press “Move the meeting” once more.
meeting-wrong-open = A meeting of this group is open: end it first. Go in, and end it there; then open this one.
meeting-wrong-format = This group’s way of working is not there any more: choose another one on the group’s page.
meeting-wrong-roster = The list of the group does not fit its way of working: mend it on the group’s page.
meeting-wrong-together = Records can only be kept together where something is kept: choose what, or take the tick away.
meeting-keep = What is kept of how it goes
meeting-keep-hint = Everyone sees it in the room all the time, it cannot be changed later, and anyone who was there can say no to it for twenty hours after the end. In these hours whoever led may keep it among records of their own.
meeting-keep-now = What is kept of how it goes: { $what }
meeting-keep-more = Who might be recognised, and what keeping together means
meeting-keep-nothing = Nothing
meeting-keep-aggregate = Sums, without names
meeting-keep-seat_timeline = Which seat spoke when, without names, if everyone agrees afterwards; else sums
meeting-keep-recognised = Whoever knows the group may recognise who is who: in an experiment, { $found_again } of 100 seats were found again in the group’s next record. So each of them is asked.
meeting-together = Keep this group’s records together
meeting-together-hint = Then all who lead the group see its sessions side by side. Without it a record is found only by those who kept it among their own, and by whoever runs the server. It has a price: whoever gets hold of several records knows that they are of one group, and may try to find people again from one to the next.
meeting-early = Those who come early may talk with one another before a leader is there
meeting-early-hint = They see and hear one another, and nobody else hears them. Once a leader is in, whoever comes waits until you let them in. Without this, everyone waits alone.

## The operator’s page: what is on this server, and who may lead

page-admin-title = This server
page-admin-text = What is here now, in numbers. Leaders are named on this page, and nobody else.
groups-admin = This server
admin-now = Now
admin-rooms = Meetings that go on
admin-seats = Seats taken in them
admin-links = Connections
admin-links-line = { $up } connected, { $connecting } connecting, { $down } interrupted
admin-qualities = Quality of the connections
admin-qualities-line = { $good } good, { $weak } weak, { $very } very weak
admin-forwarding = Sound and pictures
admin-forwarding-here = forwarded by the server itself, in { $engine }
admin-forwarding-workers = forwarded by processes of their own, in { $engine }: { $workers }; replaced since the start: { $replaced }
admin-groups = Groups
admin-meetings = Meetings that are planned
admin-leaders = Leaders
admin-leader-seen = signed in last in { $month }
admin-leader-never = has not signed in yet
admin-leader-operator = runs this server
admin-away = Take access away
admin-invite = Invite a leader
admin-invite-hint = They may then make groups, invite people and open meetings. What others’ groups are called or who belongs to them they do not see.
admin-name = What they are called
admin-invite-press = Invite
admin-invited-sent = { $address } may sign in now, and has been told by mail.
admin-invited-tell = { $address } may sign in now. No mail is set up here, so tell them where: { $link }
admin-invited-undelivered = { $address } may sign in now, but the mail was not delivered. Tell them where: { $link }
admin-invited-already = { $address } may sign in already.
page-adminaway-title = Take access away?
page-adminaway-text = Whoever is signed in is so no more, at once, and can sign in no more.
admin-away-groups = The groups stay, and so do meetings that are planned or open. Leaders whom a group’s list names go on; where it names no other, only the command line reaches the group.
admin-away-hours = { $count ->
    [one] The list of what they have led, for their accreditation, is destroyed at once, with one meeting. They can take it away as a table before.
   *[other] The list of what they have led, for their accreditation, is destroyed at once, with { $count } meetings. They can take it away as a table before.
 }
admin-away-keep = Leave it as it is
admin-storage = Storage
admin-database = Database
admin-free = Free on its disk
admin-rows = Rows of meetings that go on, which are destroyed at their end
admin-waiting = Records to which somebody may still say no
admin-released = Records that were released
admin-backup = Last backup
admin-backup-never = none that this server knows of
admin-kept = How long
admin-kept-names = Names in a meeting are destroyed at its end, after a day at the latest.
admin-kept-always = Records are kept until somebody destroys them.
admin-kept-months = { $months ->
    [one] A record is kept for its own month and one more.
   *[other] A record is kept for its own month and { $months } more.
 }
admin-next = The next go when { $month } is over.
admin-last = The server last destroyed some on { $day }.
admin-last-none = The server has not destroyed any so far.
admin-kept-certificates = { $months ->
    [0] No certificates of attendance are given.
    [one] A certificate of attendance is kept for its own month and one more.
   *[other] A certificate of attendance is kept for its own month and { $months } more.
 }
admin-kept-hours = { $months ->
    [0] What leaders have led is not noted.
    [one] A meeting stands in its leader’s list for its own month and one more.
   *[other] A meeting stands in its leader’s list for its own month and { $months } more.
 }
admin-kept-feedback = { $months ->
    [one] Whoever was at a meeting may answer the questions in its own month and one more; the sums of the answers are kept for good.
   *[other] Whoever was at a meeting may answer the questions in its own month and { $months } more; the sums of the answers are kept for good.
 }
admin-kept-no-feedback = No questions are asked after meetings.
admin-mail = Mail
admin-mail-on = It goes out through { $host }, and comes from { $from }.
admin-mail-off = None is set up: nobody is invited by mail, and links to sign in are printed on the server’s own output.
admin-version = Version
admin-version-line = Restarea { $version }, protocol { $protocol }
admin-doctor = What the doctor says
admin-doctor-looking = It is still looking. Load this page again in a few seconds.
admin-doctor-fine = In order:
admin-doctor-warning = look at it
admin-doctor-problem = to be mended
doctor-about-tcp = TCP port { $port }
doctor-about-udp = UDP port { $port }
doctor-about-address = media address
doctor-about-clock = clock
doctor-about-certificate = certificate
doctor-about-file = certificate file
doctor-about-disk = disk
doctor-about-backup = backup
doctor-about-folder = data folder
doctor-about-pages = pages
doctor-about-forwarding = forwarding
doctor-about-workers = media workers
doctor-about-turn = TURN
doctor-about-formats = formats
doctor-about-feedback = feedback
doctor-about-mail = mail
doctor-port-none = There is no such port.
doctor-port-none-advice = Choose a number from 1 to 65535, or 0 for any.
doctor-port-pages-free = It is free for pages and signalling.
doctor-port-media-free = It is free for sound and pictures.
doctor-port-ours = It is in use for pages and signalling, by your own server: it is running, and answers.
doctor-port-elsewhere = It is in use for pages and signalling, by a restarea server that answers, on another data folder than this.
doctor-port-elsewhere-advice = Go to that server’s folder if it is the one you mean; one more needs another port: RESTAREA_PORT, and RESTAREA_MEDIA_PORT for sound and pictures.
doctor-port-pages-likely = It is in use for pages and signalling, most likely by the server that is running.
doctor-port-media-likely = It is in use for sound and pictures, most likely by the server that is running.
doctor-port-pages-taken = Another program uses it already, so pages and signalling have no way in.
doctor-port-media-taken = Another program uses it already, so sound and pictures have no way in.
doctor-port-taken-advice = Stop that program (a second restarea, perhaps), or choose another port.
doctor-port-forbidden = This user may not open it.
doctor-port-forbidden-advice = Choose a port above 1023 and let a proxy forward to it, or run with CAP_NET_BIND_SERVICE.
doctor-port-not-here = { $host } is not an address of this machine.
doctor-port-not-here-advice = Listen on 0.0.0.0, or on one of its own addresses.
doctor-port-no-name = { $host } is no address and no known name.
doctor-port-no-name-advice = Write an IP address, for instance 0.0.0.0.
doctor-port-fails = It cannot be opened: { $reason }.
doctor-port-fails-advice = Choose another port.
doctor-address-no-number = { $address } is not an IP address.
doctor-address-no-number-advice = Write the number, not the name, of this machine.
doctor-address-nobody = Nobody can send anything to { $address }.
doctor-address-nobody-advice = Write the address that others see.
doctor-address-inside = { $address } is known only inside this network; people elsewhere will see the room and hear nothing.
doctor-address-inside-advice = Write the public address, and let its UDP port through to this machine.
doctor-address-other-kind = { $address } is told to browsers, but the server listens at { $host }, where nothing for that address arrives: one is IPv4, the other IPv6.
doctor-address-other-kind-advice = Tell only addresses of one kind, or set RESTAREA_MEDIA_HOST to an address of the same kind.
doctor-address-untold = Of the addresses that browsers are told none is { $address }, from which this machine answers: no UDP reaches anybody, and everything goes by the slower TCP.
doctor-address-untold-advice = Add this address to RESTAREA_ADVERTISE, or set RESTAREA_MEDIA_HOST to the one that browsers are told.
doctor-address-fine = Browsers are told to send sound and pictures to { $address }.
doctor-clock-before = It shows { $now }, which is before this program was written.
doctor-clock-before-advice = Set it, and let an NTP client such as chrony keep it right.
doctor-clock-behind = It shows { $now }, and the database was last written at { $written }: it is behind now, or was ahead then.
doctor-clock-behind-advice = Compare it with a watch, set it, and let an NTP client such as chrony keep it right.
doctor-clock-shows = It shows { $now }; compare it with a watch.
doctor-clock-unkept = It shows { $now }, but nothing keeps it right.
doctor-clock-unkept-advice = Install an NTP client such as chrony: a wrong clock makes links expire at the wrong time.
doctor-clock-kept = It shows { $now } and is kept right.
doctor-certificate-not-needed = None is needed while people join on this computer only.
doctor-certificate-here = { $url } leads to this computer alone. That is right for trying it out: browsers take camera and microphone there without HTTPS. For others to come in, it needs a name and HTTPS.
doctor-certificate-no-address = { $url } is no address.
doctor-certificate-no-address-advice = Write it like https://rest.example.
doctor-certificate-plain = { $url } is not served over HTTPS, and browsers allow camera and microphone only there.
doctor-certificate-plain-advice = Let a proxy end TLS before this server, or give it a certificate of its own (RESTAREA_TLS_CERTIFICATE_FILE), and write https:// in the public address.
doctor-certificate-refused = Browsers refuse what { $where } shows: { $reason }
doctor-certificate-refused-advice = The proxy, or this server, must serve a full chain from a known authority, for this name and in time.
doctor-certificate-no-tls = { $where } does not speak TLS.
doctor-certificate-no-tls-advice = Check the port of the proxy, or of this server.
doctor-certificate-silent = { $where } does not answer from here.
doctor-certificate-silent-advice = Open the public address in a browser elsewhere; start the proxy, or this server, if it fails there too.
doctor-certificate-none = { $where } shows none.
doctor-certificate-none-advice = Give the proxy a certificate.
doctor-certificate-ended = It ended on { $ends }; browsers refuse it.
doctor-certificate-ended-advice = Renew it.
doctor-certificate-ends = { $days ->
    [one] It ends in one day, on { $ends }.
   *[other] It ends in { $days } days, on { $ends }.
 }
doctor-certificate-ends-advice = Renew it now.
doctor-certificate-valid = It is valid until { $ends }.
doctor-file-unreadable = { $setting }: { $file } cannot be read.
doctor-file-no-certificate = { $setting }: { $file } holds no certificate in PEM.
doctor-file-no-key = { $setting }: { $file } holds no private key in PEM.
doctor-file-encrypted = { $setting }: { $file } is encrypted; a server that starts by itself has no password.
doctor-file-other-key = { $setting }: { $file } is not the key of the certificate.
doctor-file-refused = { $setting }: { $file } is refused by OpenSSL, as browsers would; its key may be too short.
doctor-file-advice = No server starts with it; one that runs goes on with the one before until this is mended.
doctor-file-other-name = It is not for { $host }, and browsers refuse it there.
doctor-file-other-name-advice = Get one that names the host of RESTAREA_PUBLIC_URL.
doctor-file-slow = Its RSA key of { $bits } bits holds up every voice for some milliseconds whenever somebody connects.
doctor-file-slow-advice = Get a certificate with an ECDSA key (P-256); or set RESTAREA_MEDIA_WORKERS, and voices take another way.
doctor-file-open = { $file } may be read by others on this computer (mode { $mode }).
doctor-file-open-advice = Let only the server’s user read it: mode 400.
doctor-disk-not-writable = { $place } is no folder that this user may write to.
doctor-disk-not-writable-advice = Choose another, or give access.
doctor-disk-full = Only { $free } are free in { $folder }: sessions could not be kept.
doctor-disk-full-advice = Make room.
doctor-disk-scarce = Only { $free } are free in { $folder }.
doctor-disk-scarce-advice = Make room soon.
doctor-disk-fine = { $free } are free in { $folder }.
doctor-backup-not-needed = There is no database yet, so none is needed.
doctor-backup-never = None of { $folder } was ever made by “restarea backup”.
doctor-backup-last = The last one was made on { $day }.
doctor-backup-advice = “restarea backup FILE” makes one while the server runs; docs/operating.md says how to do it each night.
doctor-folder-unknown = It cannot be told whether a server is running on { $folder }: { $reason }.
doctor-folder-unknown-advice = Run this as the user who runs the server.
doctor-folder-free = No server is running on { $folder }.
doctor-folder-served = A server is running on { $folder }.
doctor-folder-served-advice = That is as it should be if it is yours; another needs a RESTAREA_DATA_DIR of its own.
doctor-folder-elsewhere = The server there is found at { $url }, and that is what links are made for; the settings here say ports { $port } and { $media }.
doctor-folder-unsaid = The server there does not say where it is found: what is said of ports is of those in the settings.
doctor-folder-unsaid-advice = If it is just starting, ask again in a moment; else start it again.
doctor-pages-built = They are built.
doctor-pages-not-built = They are not built, so browsers would show an empty page.
doctor-pages-not-built-advice = Run “make client”, or reinstall.
doctor-forwarding-compiled = It is done in { $engine }.
doctor-forwarding-python = It is done in Python. That is enough for a few groups at a time; in C a packet costs about a quarter less.
doctor-forwarding-python-advice = For that, install a C compiler and then restarea anew (without RESTAREA_NO_EXTENSIONS).
doctor-workers-none = The server forwards by itself, on one core.
doctor-workers-some = { $workers ->
    [one] One process forwards, on a port of its own.
   *[other] { $workers } processes forward, each on a port of its own.
 }
doctor-workers-many = More processes forward than there are cores: { $workers }, and { $cores }.
doctor-workers-many-advice = Set RESTAREA_MEDIA_WORKERS to the number of cores or less.
doctor-turn-not-set = None is set. It is for people whose network lets out nothing but HTTPS.
doctor-turn-works = { $where } lets people through to the media server.
doctor-turn-no-name = { $where }: this name leads nowhere. Who needs it will see the room and hear nothing.
doctor-turn-no-name-advice = Give it an address in the DNS; RESTAREA_TURN_HOST names it.
doctor-turn-silent = { $where }: nothing that speaks TURN answers there from here. Who needs it will see the room and hear nothing.
doctor-turn-silent-advice = Start coturn, and see that the proxy hands this name’s connections on to it.
doctor-turn-no-tls = { $where }: what answers there does not speak TLS. Who needs it will see the room and hear nothing.
doctor-turn-no-tls-advice = Check the port, and coturn’s cert and pkey.
doctor-turn-untrusted = { $where }: browsers refuse the certificate that is shown there, and do not say so. Who needs it will see the room and hear nothing.
doctor-turn-untrusted-advice = It must be for this name, in time, and with its chain; send coturn SIGUSR2 after a renewal.
doctor-turn-refused = { $where }: it does not take the credentials that this server makes. Who needs it will see the room and hear nothing.
doctor-turn-refused-advice = RESTAREA_TURN_SECRET and coturn’s static-auth-secret must be the same, and both clocks right.
doctor-turn-full = { $where }: it has no place left. Who needs it will see the room and hear nothing.
doctor-turn-full-advice = Raise its total-quota, or see who takes it.
doctor-turn-barred = { $where }: it lets people in and then not through to the media server. Who needs it will see the room and hear nothing.
doctor-turn-barred-advice = Name each address of RESTAREA_ADVERTISE as allowed-peer-ip in its configuration.
doctor-turn-loopback = { $where }: it tells people that they come from 127.0.0.1, which Chromium does not mind and Firefox does. Who needs it will see the room and hear nothing.
doctor-turn-loopback-advice = Let the proxy come to it from another address of this machine: proxy_bind in nginx.conf.
doctor-formats-broken = { $why }.
doctor-formats-broken-advice = The others can be used. “restarea format check FILE” looks again.
doctor-formats-fine = All { $count } can be used.
doctor-feedback-none = No questions are asked after a meeting.
doctor-feedback-broken = { $why }.
doctor-feedback-broken-advice = Nothing is asked. Mend the file, and start anew.
doctor-feedback-some = Questions that are asked after a meeting: { $count }.
doctor-mail-printed = None is set up. Links to sign in stand in the server’s own output; links to meetings are made on a meeting’s page and handed on.
doctor-mail-printed-advice = Set RESTAREA_MAIL_HOST and what goes with it, so that leaders sign in and members are invited by mail.
doctor-mail-works = { $where } takes mail from this server. Whether it arrives, a letter to yourself shows.
doctor-mail-silent = { $where }: no mail server answers there from here. Nobody gets an invitation or a link to sign in.
doctor-mail-silent-advice = Check RESTAREA_MAIL_HOST and RESTAREA_MAIL_PORT, and whether a firewall is between; RESTAREA_MAIL_SECURITY is tls for port 465 as a rule, and starttls for 587.
doctor-mail-no-tls = { $where } does not speak TLS as RESTAREA_MAIL_SECURITY says. Nobody gets an invitation or a link to sign in.
doctor-mail-no-tls-advice = Write tls for port 465 as a rule, and starttls for 587.
doctor-mail-untrusted = { $where } shows a certificate that is not trusted here. Nobody gets an invitation or a link to sign in.
doctor-mail-untrusted-advice = Write the name that its certificate names into RESTAREA_MAIL_HOST.
doctor-mail-refused = { $where } does not take the name and password that are set. Nobody gets an invitation or a link to sign in.
doctor-mail-refused-advice = Check RESTAREA_MAIL_USER and the password.
page-mine-title = What is kept about you
page-mine-text = By a link of your own you see what this server knows of you in this group, and can have it erased.
mine-press = Show it
mine-over = This link shows nothing. Either its meeting is over, or you are not on the group’s list. Ask whoever leads your group.
mine-linkless = This page needs the link of yours: open it from a mail of your group, where it stands at the end.
mine-earlier = This link shows nothing any more: its meeting is over, or a newer link has taken its place. Have a new one sent to the address that your leader has for you; what is kept about you is there, too.
mine-group = Your group
mine-none = none
mine-zone = Time zone that your browser told
mine-language = Language of letters to you
mine-language-group = that of the group; to have another, choose it at the door, before you say whether you come
mine-presented = Cases presented so far
mine-links = Links that are known to be yours
mine-mails = Mails about planned meetings
mine-replies = Meetings of which you have said whether you come
mine-open = Meetings under way in which you have a place
mine-not = Nothing that is said or seen in a meeting is kept. Where something is kept of how a meeting went, it holds no name, and nothing leads from it to you.
mine-certificates = That you were at a meeting this server finds only by what your browser keeps. Your certificates of attendance, each with the group’s name and without yours, and how to erase each:
mine-certificates-stay = Your certificates of attendance stay. Each names the group, the day and how long you were there, but not you; no list leads from the group to it. In the browser that you came with you find each, and can erase it:
mine-hours = What is kept about you as somebody who leads, you read once you have signed in:
mine-leave = Leave the group and be erased
mine-leave-hint = You are asked once more first.
mine-leads = You lead this group. If you want to be erased, name another leader on its page, or remove the group there.
page-mineleave-title = Leave the group and be erased?
page-mineleave-text = Your name, your address, your links and the number of your cases are destroyed at once; nothing brings them back. Whoever leads the group reads on its page that somebody has left. If you are in a meeting now, you keep your place until it ends, without a name.
mine-stay = Stay
page-minegone-title = You have left the group
page-minegone-text = The group’s list knows nothing of you any more. If you are in a meeting now, your place stays until it ends, without a name; nothing leads from it to you. The mails that you have are yours; their links open nothing.
mine-dates-out = A last letter goes to you now, to take the dates of this group out of your calendar; then your address is nowhere here any more.
mine-dates-out-open = A last letter goes to you now, to take the dates of this group that are still to come out of your calendar; then your address is nowhere here any more. The meeting that is open now stays in your calendar: please take it out yourself.
mine-dates-stay = The dates of this group stay in your calendar, if you have entered them there: please take them out yourself.
mine-receipt = The receipt, if you want to keep one: { $day }, { $hash }
mail-mine = What is kept about you, and how to have it erased
mail-leader-title = You can lead groups at Restarea
mail-leader-text = From now on you can make groups here, plan their meetings and lead them. You sign in with this e-mail address; there is no password.
mail-leader-not-you = If you do not know what this is about, you need do nothing.

## What goes by mail

mail-hello = Hello { $name },
mail-press = Your link
mail-link-yours = The link is yours alone, for this meeting. Open it where you have a camera and a microphone; please do not pass it on.
mail-reply = On the page that it opens you can say whether you come, and try your camera and microphone. A reply to this mail, or by a calendar, does not reach your leader.
mail-reply-anew = It is another time now: if you have said that you come, or that you cannot, please say it again there.
mail-telephone = If the link fails, ring { $number }.
mail-calendar = Your link is in the mail that brought this date.
mail-calendar-lost = If you cannot find it, open any earlier link of yours to this group: it offers to send you a new one. Or ask your leader. The page: { $page }
mail-calendar-reply = Whether you come, you say on the page of your link. What a calendar answers does not reach your leader.
mail-file-in = A file for your calendar is attached: open it to enter the date.
mail-file-out = A file for your calendar is attached: open it to take the date out.
mail-led = { $name }, who leads the group, invites you.
mail-invited-title = { $group }: { $when }
mail-invited-text = The group “{ $group }” meets on { $when }.
mail-both-clocks = { $theirs }; on the group’s clock { $group }
mail-series-title = { $group }: { $count ->
    [one] one meeting is planned
   *[other] { $count } meetings are planned
 }
mail-series-text = The group “{ $group }” meets on these days:
mail-series-press = Your link to the first meeting
mail-series-others = The link to each of the other meetings comes by mail, a day before.
mail-files-in = Files for your calendar are attached, one for each date: open each to enter its date.
mail-series-calendar = Your link comes by mail, a day before.
mail-moved-title = { $group }: moved to { $when }
mail-moved-text = The meeting of the group “{ $group }” that was planned for { $was } has moved. It is now on { $when }.
mail-moves-title = { $group }: { $count } meetings have moved
mail-moves-text = These meetings of the group “{ $group }” have moved:
mail-changed-title = { $group }: new entries for your calendar
mail-changed-text = In an earlier letter or in your calendar your group may have another name or another telephone number.
mail-changed-name = The group is called “{ $group }”.
mail-changed-number = The telephone number for when the link fails is { $number }.
mail-changed-number-none = It has no telephone number for when the link fails.
mail-changed-dates = These dates of the group “{ $group }” stay as they are:
mail-when-moved = { $when } (moved from { $was })
mail-cancelled-title = { $group }: cancelled, { $when }
mail-cancelled-text = The meeting of the group “{ $group }” on { $when } is cancelled.
mail-ended-title = { $group }: { $count } meetings are cancelled
mail-ended-text = These meetings of the group “{ $group }” are cancelled:
mail-files-out = Files for your calendar are attached, one for each date: open each to take its date out.
mail-off-title = { $group }: you are no longer on its list
mail-off-text = You are no longer on the list of the group “{ $group }”. These dates are not yours any more:
mail-reminded-title = { $group }: reminder, { $when }
mail-reminded-text = The group “{ $group }” meets on { $when }.
mail-fresh-title = { $group }: your new link, { $when }
mail-fresh-text = The group “{ $group }” meets on { $when }. This is your new link; somebody opened an earlier one and asked for it.
mail-now-title = { $group }: your new link
mail-now-text = The meeting of the group “{ $group }” is open. This is your new link; somebody opened an earlier one and asked for it.
mail-fresh-not-you = If it was not you, you need do nothing: the link came to you alone.

## The door: a link is opened, a name is given, the devices are tried

join-title = Come in · Restarea
join-entering = One moment. Your link is being opened.
join-welcome = Welcome
join-of = A meeting of “{ $group }”
join-languages = Other languages
join-as-leader = You lead this group. Give your name, try your microphone and camera, and go in.
join-as-co_leader = You co-lead this group. Give your name, try your microphone and camera, and go in.
join-as-member = Give your name, try your microphone and camera, and go in. The leader will let you into the circle.
join-as-observer = You come as an observer: you hear and see the group. The group sees that you are there, and does not hear you.
join-as-back = You have a place here already. Going in takes it up again; in another window it closes.
join-as-back-leading = In this browser you lead here. Going in takes up that place again; in another window it closes. To come in as somebody else, open the link in a private window.
join-as-back-lead = This link is to lead, but this browser has another place here already. To lead, open the link in a private window, or in another browser.
join-as-left = You have been here before, and have left. A leader will let you into the circle again.
join-elsewhere-seat = This browser has another seat, in a meeting that is still open. Going in here gives that seat up. To keep it, open this link in another browser.
join-elsewhere-record = This browser still leads to what is kept of an earlier meeting: you can look at it, and say no to it. Going in here ends that. To keep it, open this link in another browser.
join-before = Before you go in
join-before-what = A Balint group: one of you presents a case, and the group thinks about it, in confidence.
join-before-kept-nothing = How the session went is not kept: it is gone when the session has ended. So is what the server works out from how loud each microphone is: who is speaking.
join-before-kept-aggregate = From how loud each microphone is, the server works out who speaks when, and for how long. It keeps only sums of it, by phase and without names. You see them first, and may say no. Whoever was there may recognise the session.
join-before-kept-seat_timeline = From how loud each microphone is, the server works out who speaks when, and for how long. If everyone agrees afterwards, it may be kept which seat spoke when, in steps of five seconds, without names; else sums by phase alone. Whoever knows the group may recognise who is who: in an experiment, { $found_again } of 100 seats were found again in the group’s next record.
join-before-together = It is kept together with this group’s earlier records: its leaders see them side by side.
join-before-shelf = Leaders may keep this record among their own, and show it to a supervisor, for their training: by a link that ends, without names.
join-before-not = Sound, pictures and words are never kept here.
join-attest = I am alone in the room, I wear headphones, and nothing is recorded.
join-name = Your name
join-name-full = 40 characters: no more fit.
join-name-hint = As the group should see it: a first name or initials, no full name.
join-name-whole = This looks like a full name. A first name or initials are enough here.
join-check = Microphone and camera
join-microphone = Microphone
join-microphone-on = Try the microphone
join-microphone-opening = Opening…
join-microphone-off = Turn microphone off
join-microphone-choose = Which microphone
join-camera = Camera
join-camera-on = Try the camera
join-camera-opening = Opening…
join-camera-off = Turn camera off
join-camera-choose = Which camera
join-level = How loud your microphone is
join-level-speak = Say a few words: the bar should move.
join-level-heard = Your microphone works.
join-voice = Hear your own voice
join-voice-idle = Three seconds are recorded in this browser, played to you and thrown away. Nothing leaves it.
join-voice-recording = Speak now: three seconds.
join-voice-playing = This is how you sound.
join-voice-played = That was you. It has been thrown away.
join-voice-failed = This browser cannot play your voice back. If the bar above moves, the group will hear you.
join-speaker = Play a soft tone
join-speaker-idle = For your headphones: two soft notes.
join-speaker-sounding = Two soft notes, now.
join-speaker-sounded = Heard nothing? Turn the volume up, see whether the headphones are plugged in, and choose them in your device’s sound settings.
join-speaker-failed = The tone could not be played. Choose your headphones in your device’s sound settings, then try again.
join-preview = Your own picture, as in a mirror
join-path = Your connection
join-path-looking = Looking at your connection: about five seconds.
join-path-good = Good for voice and pictures.
join-path-late = Good for voice and pictures, but it is a long way: what you say arrives late. Leave a moment after the others before you speak.
join-path-voice = Enough for voice. Pictures will be small or missing. Try a cable, or move closer to the Wi-Fi.
join-path-little = Very weak: words may be missing or come late. Try a cable, another Wi-Fi or your phone’s network. Close what else uses the connection.
join-path-nothing = Nothing gets through. Try another network, such as your phone’s. Or ask whoever looks after your network to allow connections to { $host }, port { $port }, UDP and TCP.
join-path-unknown = Your connection could not be looked at just now.
join-path-anyway = You can go in all the same.
join-path-tcp = Your network lets only TCP through: sound may come late at times.
join-path-relay = It goes a longer way, since your network lets only web pages through.
join-path-again = Look again
join-path-figures = Figures, for whoever helps you
join-path-measured = { $loss } % lost, { $trip } ms there and back ({ $full } ms under load), { $jitter } ms jitter, { $rate } kbit/s, { $way }
join-clock = { $hours ->
    [one] The clock of this device is about an hour wrong. Times that you read here may be wrong, too. In its settings, have date and time set automatically.
   *[other] The clock of this device is about { $hours } hours wrong. Times that you read here may be wrong, too. In its settings, have date and time set automatically.
}
join-kept = What is kept
join-kept-sound = Sound and picture: nothing. This place has no way to record.
join-kept-form-nothing = The form of the session: phases, times and seats, without names and without words. It is gone when the session has ended; nothing of it is kept.
join-kept-form-aggregate = The form of the session: phases, times and seats, without names and without words. When the session has ended, only sums of it are kept, without names; you see them first, and may say no.
join-kept-form-seat_timeline = The form of the session: phases, times and seats, without names and without words. When the session has ended, it may be kept which seat spoke when; you see it first. It is kept only if everyone agrees, else sums alone; and anyone may say no to both.
join-kept-shelf = What is kept of the session, whoever leads may keep among records of their own, beside those of other groups. They become one line of months and sizes, without any group’s name; whoever knows what they lead may recognise a session in it.
join-kept-copies = Leaders may also take what is kept away, as files and pictures. Such copies are not destroyed with it.
join-kept-name = Your name: until the session ends. Then nobody can read it any more.
join-kept-group = Your name: your group keeps a list of its people, and for each how many cases they have presented; leaders see that number. Your browser’s time zone, so that letters tell your time. Who sat where in a session cannot be read once it has ended.
join-kept-attendance = { $months ->
    [one] That you were there, when and for how long, with your group’s name and without yours: until the end of next month, so that you can print a certificate. Only a browser in which you came in can open it.
   *[other] That you were there, when and for how long, with your group’s name and without yours: for { $months } months after this one, so that you can print a certificate. Only a browser in which you came in can open it.
}
join-kept-hours = { $months ->
    [one] If you sign in here as a leader: when and for how long you led, and which group, in a list that only you see and can erase, until the end of next month.
   *[other] If you sign in here as a leader: when and for how long you led, and which group, in a list that only you see and can erase, for { $months } months.
}
join-kept-feedback = Afterwards you may answer some questions. Answers are only counted, over all groups of a month; nothing keeps who answered.
join-kept-heard = Who hears you is decided by the server. When you have pushed back, your voice goes to nobody.
join-kept-leaders = The leaders alone see how good your connection is, whether your microphone is on and when it was last heard, and, if they ask for it, that you have not spoken yet.
join-enter = Go in
join-enter-listening = Go in, listening only
join-enter-hint = Your microphone and camera stay as you have set them here.
join-enter-hint-leader = Members wait until you let them in.
join-enter-hint-listening = You can turn your microphone on in the room, at any time.
join-enter-hint-without = You go in listening. Once a microphone works here, you can turn it on in the room.
join-enter-hint-observer = Your camera stays as you have set it here.
join-trouble-bad_name = Please give a name of 1 to 40 characters.
join-trouble-name_taken = Somebody here has that name already, so the group reads yours as “{ $name }”. Go in with it, or write another.
join-trouble-not_attested = Please tick the box above.
join-trouble-offline = There is no connection at the moment. Try again shortly.
join-trouble-draining = The server is being stopped. Once it is started again, you can go in.

## Why a link lets nobody in

refused-no_link-title = Open your link
refused-no_link-text = To join your group, open the link that your leader sent you. This page alone leads nowhere.
refused-no_webrtc-title = This browser cannot carry a voice
refused-no_webrtc-text = It lacks what calls need (WebRTC), or that is switched off. Open your link in a current Firefox, Chrome, Edge or Safari; inside another app, such as a mail app, choose “Open in browser”. Your link stays good.
refused-unknown_link-title = This link is not known
refused-unknown_link-text = Perhaps a part of it was lost. Copy the whole link from the message, or ask your leader for a new one.
refused-expired_link-title = This link has expired
refused-expired_link-text = Links let people in for some hours only, and the time of this one has run out. If you came in with it before, open it in the same browser; otherwise ask your leader for a new one.
refused-earlier_link-title = This link is no longer the valid one
refused-earlier_link-text = Its meeting is over, or a newer link has taken its place. Have a new one sent to the address that your leader has for you.
refused-earlier_link-text-leads = Its meeting is over, or a newer link has taken its place. You lead this group: have a new link sent to the address that it has for you, or sign in as a leader and open the meeting from your group’s page.
refused-ended_link-title = This link is good no more
refused-ended_link-text = Whoever it was for is no longer on the list of their group, or the group is there no more. If you have left and want to come again, ask whoever leads the group to invite you anew.
refused-link_taken_back-title = Your link has been taken back
refused-link_taken_back-text = Whoever leads your group has taken back your link to the meeting that is open or comes next. Only they can give you another: please ask them outside this page.
refused-used_link-title = This link has let in everybody it was for
refused-used_link-text = If you came in with it before, open it in the same browser; otherwise ask your leader for a link of your own.
refused-session_full-title = The circle is full
refused-session_full-text = Every seat of this session is taken. Please tell your leader.
refused-session_ended-title = This session has ended
refused-session_ended-text = Nothing of what was said has been kept. For the next meeting your leader will send a new link.
refused-session_ended-text-leads = Nothing of what was said has been kept. For the next meeting, open a new session: on your groups’ page, or as this one was opened.
refused-place_ended-title = This meeting is over
refused-place_ended-text = Your place in it leads nowhere any more. Open the link that your leader sends you for the next one.
refused-place_unknown-title = Open your link again
refused-place_unknown-text = This browser has no place in a meeting any more: the meeting is over, or you are in it on another device or in another browser. While it lasts, your link gives you the place back here. If it does not, ask your leader for a new one.
refused-earlier-mail = An earlier link of yours, from another mail of your group, offers to send you a new one.
refused-not_open_yet-title = The meeting is not open yet
refused-not_open_yet-text = It begins on { $when }, on your clock. This page looks again by itself; your link stays good.
refused-not_open_yet-look = Look now
reply-title = Will you come?
reply-title-others = Will you come to the other dates?
reply-come = I shall come
reply-cannot = I cannot come
reply-open = You have not said yet.
reply-said-come = It is noted: you will come.
reply-said-cannot = It is noted: you cannot come. Should it be possible after all, your link stays good.
reply-said-cannot-later = It is noted: you cannot come. Should it be possible after all, say so here; the link to it comes by mail, a day before.
reply-failed = It could not be noted just now. Press again in a moment.
reply-hint = You can change it at any time until the meeting is open. Only those who lead the group see it; nobody asks for a reason.
try-title = Try everything beforehand
try-text = Camera, microphone, speaker and connection, as at the meeting. It takes a minute, on any day before. Nobody sees or hears you, and nothing is kept.
try-open = Try them now
refused-meeting_cancelled-title = This meeting is cancelled
refused-meeting_cancelled-text = Your leader has cancelled it. For the next one you will get a new link.
refused-removed-title = Your place in this session is closed
refused-removed-text = A leader has closed it, and in this session it does not open again. If you think this is a mistake, please write to your leader about the next one.
refused-no_session-title = Open your link again
refused-no_session-text = This browser no longer has a place in the session. Your link gives it back to you.
refused-draining-title = The server is being stopped
refused-draining-text = Once it is started again you can come in: try in a minute. Your link stays good.
refused-too_fast-title = Too many attempts
refused-too_fast-text = Wait a minute, then try again. Your link stays good.
refused-offline-title = No connection
refused-offline-text = The server cannot be reached. See whether this device is online, then try again. Your link stays good.
refused-server_error-title = Something went wrong here
refused-server_error-text = It is our fault, not yours. Wait a moment, then try again. Your link stays good.
refused-again = Try again
refused-fresh-send = Send me a new link
refused-fresh-sending = One moment…
refused-fresh-sent = If your group has an address for you, the link arrives there within a few minutes. If nothing comes, ask whoever leads the group.
refused-fresh-none = No meeting of your group is planned yet. Once it is, you will get an invitation, or you can ask here again.
refused-fresh-too_fast = Too many attempts. Wait a minute, then try again.
refused-fresh-failed = That did not work just now. See whether this device is online, then try again.

## Microphone and camera that do not open

trouble-microphone-denied = The browser may not use the microphone. Allow it at the lock beside the address. Until then you can listen.
trouble-microphone-none = No microphone was found. Plug one in, or listen without.
trouble-microphone-busy = Another program is using the microphone. Close it, then try again. Until then you can listen.
trouble-microphone-failed = The microphone does not open. Try again, or try another browser. Until then you can listen.
trouble-camera-denied = The browser may not use the camera. Allow it at the lock beside the address, or come without a picture.
trouble-camera-none = No camera was found. You can come without a picture.
trouble-camera-busy = Another program is using the camera. Close it, then try again, or come without a picture.
trouble-camera-failed = The camera does not open. Try again, or come without a picture.

## The one line about oneself

own-link-good = Link: good
own-link-weak = Link: weak
own-link-very_weak = Link: very weak
own-link-down = Link: lost
own-link-busy = Device: busy
truth-heard = The group hears you.
truth-heard-turn = It is your turn: the group hears you.
truth-heard-floor = The floor is { $name }’s. The group hears you if you speak.
truth-heard-paused = Pause. The group hears you.
truth-heard-leaders = Only the leaders hear you.
truth-pushed-back = The group does not hear you now: you have pushed back.
truth-stepped-out = You have stepped out with { $names }. Nobody else hears or sees you.
truth-aside = You have stepped out: you hear nobody, and nobody hears or sees you. Your seat is kept.
truth-whispers = You whisper: only the leaders hear you.
truth-watches = You watch: the group does not hear you now.
truth-observer = You observe: the group sees you and does not hear you.
truth-leaders-alone = The leaders are among themselves. Nobody hears you, and you hear nobody.
truth-floor-leaders = The floor is the leaders’. The group does not hear you now.
truth-floor-presenter = The floor is { $name }’s, who presents. The group does not hear you now.
truth-floor-turn = The floor is { $name }’s. The group does not hear you now.
truth-floor-next = One at a time: the group hears you when you are given the floor and your microphone is on.
truth-floor-asker = Questions, one at a time: the group hears you when you are given the floor and your microphone is on.
truth-off = Your microphone is off. You listen.
truth-off-paused = Pause. Your microphone is off. You listen.
truth-off-blocked = Your browser waits for a touch before you hear the group. Your microphone is off.
truth-off-your-turn = You have the floor, and your microphone is off.
truth-off-private = You have stepped out with { $names }. Your microphone is off: nobody hears you, and nobody else sees you.
truth-opening = Your microphone is being opened.
truth-microphone-denied = The group cannot hear you: the browser may not use your microphone. Allow it at the lock beside the address.
truth-microphone-none = The group cannot hear you: no microphone was found. Plug one in, then turn it on.
truth-microphone-busy = The group cannot hear you: another program is using your microphone. Close it, then try again.
truth-microphone-failed = The group cannot hear you: your microphone does not open. Try again, or try another browser.
truth-silent = Your microphone is silent. See whether it is muted or unplugged.
truth-not-arriving = Your microphone does not reach the server: the group does not hear you. Turn it off and on again.
truth-nobody-hears = Your voice reaches nobody at this moment. Wait a little; if it stays so, reload this page.
truth-alone = Nobody else is in the circle now.
truth-alone-leaders = You are by yourself here now.
truth-returning = The others are just returning: nobody hears you yet.
truth-heard-outside = Nobody else is in the circle now; { $name }, outside it, hears you.
truth-heard-returning = The others are just returning: not everyone hears you yet.
truth-unsteady = Nothing comes from the server just now: the group may not hear you. If it stays so, close what else is open, or move closer to the Wi-Fi.
truth-unsteady-off = Your microphone is off. Nothing comes from the server just now: you may not hear the group.
truth-busy = This device is busy: the group may not hear you. Close what else is open.
truth-waiting = You are in the waiting room. Nobody hears or sees you.
truth-connecting = Connecting.
truth-lost = The connection is lost and is being restored. Leave this page open; your seat is kept.
truth-draining = The server was stopped. If it is started again, this page goes on by itself: leave it open.
truth-clock-stands = Until then this page does not know how the clock goes on.
truth-media-connecting = Sound and picture are being connected.
truth-media-lost = Sound and picture are lost and are being restored. Leave this page open; your seat is kept.
telephone-ring = If the link fails, ring
truth-media-refused = Sound and picture cannot be connected. Open your link again.
truth-replaced = You are in the room in another window. Nothing is sent from here.
truth-removed = You have been removed from this session.
truth-ended = The session has ended. Nobody hears or sees you.
truth-left = You have left. Nobody hears or sees you.
truth-no-place = This browser has no place in the session. Open your link again.
truth-outdated = This page is out of date. Reload it.

## What a screen reader is told

announce-phase = Now: { $phase }
announce-no-presenter = There is no presenter now.
announce-one-at-a-time = One at a time now: only the leaders and whoever has the floor are heard.
announce-one-at-a-time-asker = One at a time now: only the asker and the presenter are heard, and the leaders.
announce-one-at-a-time-over = “One at a time” is over.
announce-paused = The session is paused.
announce-resumed = The session goes on.
announce-admitted = You are in the circle.
announce-admitted-outer = You are in the outer circle: you watch, and the group does not hear you.
announce-leader-here = A leader is here.
announce-ended = The session has ended.
announce-you-present = You present the case.
announce-pushed-back = You have pushed back. The group does not hear you.
announce-back-in-circle = You are back in the circle.
announce-your-turn = It is your turn.
announce-turn-over = Your turn is over.
announce-leaders-alone = The leaders are among themselves now.
announce-outside = The circle has closed. Nobody hears you, and you hear nobody.
announce-no-leader = No leader is there. The clock waits.
announce-outside-again = { $name } is outside the circle again: the group does not hear them.
announce-stepped-out = You have stepped out. Only those with you hear you.
announce-aside = You have stepped out. You hear nobody, and nobody hears you.
announce-stepped-in = You are in the circle again.
announce-in-debrief = You are in the debrief again.
announce-invited = You are invited to a part. You may decline.
announce-you-lead = You lead now.
announce-heard = The group hears you from now on.
announce-unheard = The group does not hear you now.
announce-door = Somebody is at the door.
announce-hand = A hand is raised.
announce-lost = The connection is lost and is being restored.
announce-back = The connection is restored.

## The phases, by their names in the field

phase-arrival = Arrival
phase-case_call = Who has a case?
phase-presentation = Case presentation
phase-questions = Clarifying questions
phase-discussion = Discussion
phase-return = The presenter returns
phase-joint_discussion = Joint discussion
phase-closing = Closing
phase-stories = Stories
phase-follow_up = Earlier cases
phase-choice = Choosing a story
phase-seating = Seating the circles
phase-casting = Casting
phase-scene = The scene
phase-de_roling = De-roling
phase-fantasies = Fantasies
phase-hypotheses = Hypotheses
phase-suggestions = Suggestions
phase-reflection = Reflection
phase-review = Review
phase-leaving = Taking leave
phase-debrief = Leaders’ debrief
phase-whole_meeting = The whole meeting

## The room

room-title = Restarea
room-back-title = You have pushed back
room-case = { $number ->
    [2] Second case
    [3] Third case
   *[other] Case { $number }
  }
room-circle = The circle
room-you = You
room-seat = Seat { $number }
room-role-leader = leader
room-role-co_leader = co-leader
room-role-director = director
room-role-leader_in_training = leader in training
room-role-supervisor = supervisor
room-role-member = member
room-role-observer = observer
room-role-presenter = presenter
room-role-pushed_back = pushed back
room-part-protagonist = protagonist
room-part-auxiliary = auxiliary
room-part-double = double
room-returning = returning
room-returning-long = is returning, the seat is kept
room-link-lost = link lost
room-link-lost-long = the link is lost, the seat is kept
room-seat-absent = not in the room now
room-seat-speaking = speaks
room-seat-floor = has the floor
room-seat-hand = hand raised, number { $place }
room-whispers-to-you = { $name } whispers to you.
room-seat-whispers = whispers to you
room-gathering = Arriving
room-says-gathering = A leader begins the session.
room-says-gathering-you = You begin the session, at your desk, when you wish.
room-says-early = No leader is here yet. You may talk with one another.
room-says-paused = The group rests. Nothing is lost.
room-says-arrival = A moment for each to arrive.
room-says-case_call = Take your time. Whoever has a patient in mind may say so.
room-says-chosen = { $name } is going to present.
room-says-chosen-you = You are going to present.
room-says-presentation = { $name } tells. The others listen.
room-says-presentation-you = You tell. The others listen.
room-says-questions = Short questions of fact. { $name } answers.
room-says-questions-you = Short questions of fact. You answer.
room-says-asks = { $name } asks.
room-says-asks-you = You ask.
room-says-turn = The floor is { $name }’s.
room-says-turn-you = The floor is yours.
room-says-turn-next = The floor is { $name }’s. You are next.
room-says-turn-alone = One at a time: the floor is { $name }’s.
room-says-turn-alone-you = One at a time: the floor is yours.
room-says-one-at-a-time = One at a time: whoever wishes to speak raises a hand.
room-says-discussion = The group wonders about the doctor and the patient.
room-says-discussion-back = The group wonders. { $name } has pushed back and listens.
room-says-discussion-back-you = The group wonders, and you listen.
room-says-return = { $name } is back in the circle, and owes no answer.
room-says-return-you = You are back in the circle, and owe no answer.
room-says-joint_discussion = Everyone together.
room-says-closing = The leaders bring the case to a close.
room-says-stories = Everyone tells a short story, or passes.
room-says-follow_up = What has become of earlier cases.
room-says-choice = Name whom you would like to hear. No tally is shown.
room-says-seating = The leaders seat the inner circle.
room-says-casting = Parts are offered. Whoever is invited may decline.
room-says-invited-auxiliary = You are invited to play somebody or something of the story. You may decline.
room-says-invited-double = You are invited to be a double, who speaks beside the protagonist. You may decline.
room-says-invited-protagonist = You are invited to be the protagonist. You may decline.
room-says-scene = The scene is played. The others watch.
room-says-de_roling = Each speaks from the part, then lets it go.
room-says-fantasies = What comes to mind, without judging.
room-says-hypotheses = What may lie behind it? No verdicts.
room-says-suggestions = Practical suggestions are welcome here.
room-says-reflection = The circle reflects on what it heard.
room-says-review = The group looks back on its work.
room-says-leaving = Stay a while, or go when you like. Goodbye.
room-says-last-minutes = The circle closes in a few minutes.
room-says-closes-now = The leader closes the circle now.
room-says-debrief = The leaders are among themselves.
room-says-no-presenter = There is no presenter now.
room-says-presenter-out = The presenter has stepped out.
room-paused = Pause
room-arc = Time of this phase: { $past } of { $parts } parts have passed
room-controls = What you can do
room-microphone-on = Turn microphone on
room-microphone-off = Turn microphone off
room-camera-on = Turn camera on
room-camera-off = Turn camera off
room-hand-raise = Raise hand
room-hand-lower = Lower hand
room-turn-pass = I pass this time
room-word-distress = I am not well: may I speak with a leader?
room-word-leave_early = I must leave early
room-early-all = Tell everyone that I must leave early
room-early-said = Everyone knows that you must leave early
room-offers = has a case
room-leaves-early = leaves early
room-word-said-distress = Sent to the leaders: you are not well
room-word-said-leave_early = Sent to the leaders: you must leave early
room-word-waits-distress = Left for the leaders: you are not well
room-word-waits-leave_early = Left for the leaders: you must leave early
room-word-waits-bring_me_back = Left for the leaders: bring me back
room-word-waits-need_a_pause = Left for the leaders: I need a pause
room-word-seen-by = { $word ->
    [bring_me_back] { $name } has seen it: in a moment. Say it again
   *[other] { $name } has seen it, and goes on for now. Say it again
}
room-word-a-leader = A leader
room-come-back = Come back into the circle
room-come-back-seen = { $name } has seen it.
room-come-back-in = If no leader brings you back, you can come back yourself in { $seconds } s.
room-come-back-may = No leader has brought you back: you can come back into the circle now.
room-case-take-back = I take my case back…
room-case-take-back-text = The group will see that there is no presenter now, and not why. You owe nobody a reason.
room-case-take-back-yes = Yes, I take it back
room-case-take-back-no = No, keep it
room-stepped-out = stepped out
room-aside = Stepped out
room-says-aside = Take the time you need. The others neither hear nor see you.
room-says-left-aside = { $name } has ended the talk. You are alone here: go back.
room-says-left-alone = { $name } has ended the talk. Stay as long as you need.
room-says-left-aside-gone = You are alone here: go back.
room-says-left-alone-gone = You are alone here. Stay as long as you need.
room-says-left-outside = { $name } has ended the talk: nobody hears you now.
room-private-leave = Back to the circle
room-private-debrief = Back to the debrief
room-private-end = End this talk
room-private-agree = Agree that { $name } joins
room-says-returning = Everyone is returning.
room-says-returning-waits = Everyone is returning. The clock waits.
room-says-leader-returning = The leader’s link was lost. The clock waits until they are back.
room-says-no-leader = No leader is there. The clock waits.
room-says-heard-soon = No leader is there. In { $seconds } s everyone is heard, { $name } too.
room-says-heard-soon-you = No leader is there. In { $seconds } s everyone is heard, you too.
room-says-suspended = No leader is there. Until one is back, everyone in the circle is heard.
room-says-presenter-missed = The presenter is not there. The clock waits.
room-says-speaker-missed = The link of { $name } is down. The turn waits.
seen = Who sees what
seen-title = Who is here, and who sees what of you
seen-here = In the circle now
seen-all = Everyone in the circle sees
seen-all-name = Your name, your seat and your role, and your picture while your camera is on.
seen-all-voice = When you speak, when your microphone is off, and when your link is lost.
seen-all-hand = Your raised hand and its place in the order; that you have stepped out; that you must leave early, if you tell everyone.
seen-leaders = Leaders see besides
seen-leaders-link = How good your link is: good, weak or very weak.
seen-leaders-voice = Whether your microphone brings any sound, and for how many minutes you have been silent.
seen-leaders-unspoken = If they ask for it: that you have not spoken yet in this phase.
seen-leaders-words = Your quiet words, until a leader sets them aside.
seen-leaders-turn = To the second, for how long you have the floor.
seen-leaders-cases = How many cases you have presented, in this meeting and in earlier ones of the group; and, of raised hands, who has had the floor least often.
seen-leaders-coming = That you have said you cannot come, if you have.
seen-nobody = Nobody sees whom you name where the group chooses, or what else is open on your computer.
room-word = A quiet word
room-word-stands = Word sent
room-word-seen = Word seen
room-word-leaders = To the leaders alone
room-word-leaders-text = Nobody else learns that you said anything.
room-word-all = To everyone
room-word-all-text = Everybody in the circle sees it.
room-word-waiting = The leaders read it as soon as one of them is here.
room-word-bring_me_back = Please bring me back
room-word-return = If no leader brings you back within { $seconds } s, you can come back yourself.
room-word-need_a_pause = I need a pause
room-word-said-bring_me_back = Sent to the leaders: bring me back
room-word-said-need_a_pause = Sent to the leaders: I need a pause
room-case-offer = I have a case
room-case-withdraw = Take my offer back
room-audience-accept = I accept the audience
room-name-one = Name whom you would like to hear
room-named = You named { $name }. Change
room-name-one-title = Whom would you like to hear?
room-name-one-text = Nobody sees whom you name, and no tally is shown. You can change your mind until the choice is closed.
room-name-myself = Myself
room-parts-give = Give the parts
room-parts-title = Who plays what?
room-parts-text = An auxiliary plays somebody or something of the story. A double speaks beside the protagonist. Whoever is invited may decline.
room-part-invited = invited: { $part }
room-part-take = Accept
room-part-decline = Decline
room-part-off = Take off my part
room-plate = Who or what is it?
room-plate-of = Plate of { $name }
room-plate-put = Put it on
room-scene-stop = Stop the scene
room-says-frozen = The scene is stopped.
room-outer = outer circle
room-inner = inner circle
room-outer-count = Outer circle, { $count }
room-turn-end = I have finished
room-push-back = Push back again
room-self-hide = Hide my own picture
room-self-show = Show my own picture
room-close = Close
room-language-text = The page opens anew for it, and your seat stays.
room-language-microphone = The page opens anew for it, and your seat stays; then turn your microphone on again.
room-leave = Leave
room-leave-title = Only for a moment, or for good?
room-leave-title-now = Leave the session?
room-leave-text = If you leave, your seat goes out of the circle.
room-leave-text-waiting = You can step out: microphone and camera go off, and you still wait here. If you leave, open your link to come again, and wait to be let in.
room-leave-text-leader = If you leave, the session goes on without you.
room-leave-text-last = No other leader is here. If you leave, nobody leads: the clock waits, and after a minute, as a rule, everyone in the circle is heard, whoever has pushed back too.
room-leave-text-nobody = No other leader is here. If you leave, nobody leads until one is back.
room-leave-text-debrief = No other leader is here. If you leave, the session ends by itself five minutes later, for those who have not closed their page, too.
room-leave-presents = You present: if you leave, your case ends, and does not come back with you.
room-leave-text-out = You can step out: microphone and camera go off, you hear nobody, and everyone sees that you are out for a moment. Your seat is kept.
room-leave-stay = Stay
room-leave-step-out = Step out for a moment
room-leave-pause = Whoever leads stays while the clock runs: to step out, pause first.
room-leave-pause-first = Whoever leads stays while the clock runs: to step out, pause first, or let another leader take the lead.
room-leave-tell = Tell the leaders alone that I must leave early
room-leave-now = Leave the session
room-sound-blocked = Your browser waits for a touch before it plays sound.
room-sound-on = Turn the sound on
room-draining = The server is being stopped. Leave this page open: if it is started again, the session goes on where it was.
room-draining-rehearsal = The rehearsal is being stopped.
room-waiting-title = Welcome, { $name }
room-waiting-title-nameless = Welcome
room-waiting-text = The session has not begun. The leader lets you in.
room-waiting-running = The session has begun. The leader lets you in at a good moment.
room-waiting-closed = The circle has closed: only the leaders are still here. You can close this page.
room-waiting-unheard = You need not do anything. This page opens the circle by itself.
room-ended-title = The session has ended
room-ended-text = No sound and no picture of it was recorded.
room-ended-asks-aggregate = Something may be kept of how it went: sums, without names. Please look at them: until { $time } you can say no. Whoever says nothing agrees; nobody learns who said what.
room-ended-asks-seat_timeline = Something may be kept of how it went: which seat spoke when, without names. Please look at it, and say yes or no until { $time }. Whoever says nothing does not agree; then only sums are kept.
room-ended-kept-aggregate = Something may be kept of how it went: sums, without names. Please look at them: for some hours you can say no, and the next page says until when. Whoever says nothing agrees; nobody learns who said what.
room-ended-kept-seat_timeline = Something may be kept of how it went: which seat spoke when, without names. Please look at it, and say yes or no; the next page says until when. Whoever says nothing does not agree; then only sums are kept.
room-ended-kept-rehearsal = After a session in earnest something may be kept of how it went, and whoever was there can say no. Please look at what that would be. Of this rehearsal nothing stays: all of it is destroyed when the rehearsal is stopped, whatever anybody answers.
room-ended-making = Something may be kept of how it went. It is being put together, and you can look at it in a moment.
room-ended-agreed = You have agreed that it may be kept which seat spoke when. Until { $time } you can take that back. A no to all of it outweighs that, whoever has said it.
room-ended-over = Something may be kept of how it went. The hour until which you can answer has passed, and for some minutes an answer still counts.
room-ended-look = Look at it again
room-ended-close = You can close this page.
room-ended-close-then = Then you can close this page.
room-ended-rehearsal = This was a rehearsal. If another has been started since, open the links that it prints. If not: in the window where this one was started, press Ctrl-C, then start it again (make run, or restarea demo).
room-stopped-title = The rehearsal is over
room-stopped-text = It was stopped in the window where it was started, and nothing of it is kept. Another (make run) prints its own links. You can close this page.
room-keeping-nothing = Nothing is recorded
room-keeping-aggregate = Kept: sums, no names
room-keeping-seat_timeline = Kept: which seat spoke when, if everyone agrees afterwards; no names
room-keeping-together = Together with this group’s earlier records
room-rehearsal = Rehearsal
room-rehearsal-faster = Rehearsal: phases run { $times } times as fast
room-ended-record = Look at it, and decide
room-later-record = What is kept of it: here for twenty hours, once the leaders have ended it
room-later-rehearsal = What would be kept of a session: here, once the leaders have ended this rehearsal
room-ended-certificate = Certificate of attendance
room-later-certificate = Certificate of attendance: here, once the leaders have ended it
room-ended-feedback = Answer some questions, in a minute and without your name
room-ended-groups = Your groups, and when they meet next
room-ended-hours = What you have led
room-later-feedback = Some questions, without your name: here, once the leaders have ended it
room-left-title = You have left
room-left-text = The group goes on. To come back, go in once more, here or by your link, and wait to be let in.
room-left-again = Come back
room-left-closed = The circle has closed. Thank you for having been here. You can close this page.
room-leader-left-title = You are not in the circle any more
room-leader-left-text = Your seat in the circle is free. While no leader is there, the clock waits. To come back, go in once more, here or by your link: nobody has to let you in.
room-leader-left-closed = Your seat is free, and the circle has closed. Until the session is ended you can come back, here or by your link.
room-leader-left-group = The meeting can also be opened from your group’s page.
room-removed-title = You are no longer in this session
room-removed-text = A leader has closed your place in it, and in this session it does not open again. If you think that was a mistake, write to your leader about the next one.
room-turned-away-title = You were not let in
room-turned-away-text = A leader has turned you away at the door, and cannot take that back. If you think it was a mistake, write to your leader about the next session.
room-replaced-title = The room is open in another window
room-replaced-text = You are there now; here, nothing is heard, seen or sent. Close this window, or go on here instead. If the other one is on another device, open your link here again for that.
room-replaced-again = Continue here instead
room-outdated-title = This page is out of date
room-outdated-text = The server has been renewed since you opened it. Open it again; your seat is kept.
room-outdated-again = Open it again
room-loading = The desk is being loaded.
room-unloaded = The desk, or this part of it, could not be loaded. The room goes on; to begin and to lead, try again.
room-unloaded-again = Try again
room-no-place-title = This browser has no seat here
room-no-place-text = Open the link that your leader sent you. Where only the server was away for a moment, this page goes back in by itself.
room-outside-title = The meeting is over for you
room-outside-text = Thank you for having been here. The leaders now talk among themselves: nobody hears you, and you do not hear them.
room-outside-text-out = Thank you for having been here. The leaders who are still here have stepped out for a moment. Nobody hears you, and you hear nobody.
room-outside-text-alone = Thank you for having been here. No leader is here now. Unless one comes back, the meeting ends by itself five minutes after the last has gone.
room-outside-stay = Stay on this page: a leader may come to you.
room-outside-word = If something does not leave you in peace, say so: the leaders alone read it, and one of them can come to you here.
room-outside-word-alone = If something does not leave you in peace: what you say here is read only if a leader comes back before the end. Do not wait for it; turn to your leader outside this page, too.

## The leaders’ desk

second-title = Your desk
second-text = Nothing is heard or seen here: you are in the room on your other screen.
second-unheard = Nobody hears you in the room now. If that is not what you want, see to it on your other screen. The desk goes on working here.
second-replaced-title = The desk is closed here
second-replaced-text = It was closed in the room, or opened on another screen. To have it here, open it again from the desk in the room.
second-replaced-again = Try again here
second-no-place-title = The desk is not open here any more
second-no-place-text = Go to the desk in the room, and open it on another screen once more.
second-left-title = You are not in the circle
second-left-text = As soon as you are back in the room, on your other screen, the desk is here again.
desk-title = The leaders’ desk
desk-open = Open the desk
desk-close = Close the desk
desk-at-rest = Your page is not connected: nothing you press arrives.
desk-waiting-count = { $count ->
    [one] 1 waits
   *[other] { $count } wait
  }
desk-offers-count = { $count ->
    [one] 1 case offered
   *[other] { $count } cases offered
  }
desk-hands-count = { $count ->
    [one] 1 hand
   *[other] { $count } hands
  }
desk-time-of = { $passed } of { $planned }
desk-over-by = { $planned } + { $time } over
desk-paused-for = paused for { $time }
desk-waiting-for = waiting for { $name }
desk-waiting-leader = waiting for a leader
desk-next-begin = Begin the session
desk-next-arrival = Go to the arrival
desk-next-case_call = Ask who has a case
desk-next-presentation = Begin the case presentation
desk-next-questions = Open clarifying questions
desk-next-discussion = Begin the discussion
desk-next-return = End “{ $phase }”: the presenter comes back
desk-next-return-out = End “{ $phase }”
desk-next-return-here = Give the presenter the floor
desk-next-joint_discussion = Open the joint discussion
desk-next-closing = Begin the closing
desk-next-stories = Begin the stories
desk-next-follow_up = Ask about earlier cases
desk-next-choice = Let the group choose
desk-next-seating = Seat the circles
desk-next-casting = Begin the casting
desk-next-scene = Begin the scene
desk-next-de_roling = Let the parts go
desk-next-fantasies = Begin the fantasies
desk-next-hypotheses = Begin the hypotheses
desk-next-suggestions = Begin the suggestions
desk-next-reflection = Begin the reflection
desk-next-review = Begin the review
desk-next-leaving = Begin taking leave
desk-next-another-case = Another case: ask who has one
desk-next-named = Next: { $phase }
desk-next-debrief = Close the circle: leaders stay for the debrief
desk-next-end = End the session…
desk-next-resumes = { $step } · ends the pause
desk-presenter-pushes-back = { $step }: the presenter pushes back
desk-presenter-comes-back = { $step }: the presenter comes back
desk-skip-to = Straight to: { $phase }
desk-skip-title = Without “{ $left }”
desk-way-on = Without a presenter: { $phase }
desk-again = Once more: { $phase }
desk-nobody-in = No member has been let in yet. Let somebody in, then begin.
desk-blocked-choose = First choose who presents.
desk-blocked-no-offer = Nobody has offered a case yet.
desk-blocked-choice = First close the choice of the group.
desk-blocked-no-presenter = There is no presenter any more.
desk-blocked-accept = The audience is not accepted yet.
desk-go-back-first = You have stepped out: go back first.
desk-step-back = Back to: { $phase }…
desk-step-back-title = Go back to “{ $phase }”?
desk-step-back-text = { $time ->
    [none] That phase begins anew.
   *[other] That phase begins anew, with { $time } as at first.
} This one is broken off: when you go on to it later, it begins anew too, and the session ends later. Raised hands and the turn are let go.
desk-step-back-pushes = { $name } is pushed back again: the group does not hear them then.
desk-step-back-without = There is no presenter any more: that phase is held without one, and the floor is the group’s.
desk-step-back-returns = { $becomes ->
    [waits] { $name } is no longer pushed back then, and is heard when given the floor.
   *[heard] { $name } is no longer pushed back then: the group hears them at once.
}
desk-step-back-no = No, stay here
desk-step-back-yes = Go back
desk-undo = Undo: back to { $phase }
desk-undo-extend = Undo: { $time }
desk-exceeded = Longer than this format has it: { $time } at most.
desk-pause = Pause
desk-resume = Resume
desk-extend = + { $minutes } min
desk-extend-seconds = + { $seconds } s
desk-recall = Bring back, and go on
desk-recall-paused = Bring back
desk-recall-text = { $becomes ->
    [waits] The presenter is back in the circle at once, and is heard when given the floor: one at a time. This phase goes on.
   *[heard] The presenter is back in the circle at once, and is heard. This phase goes on.
}
desk-push-back = Push back
desk-word-distress = { $name } is not well and asks for a word
desk-word-leave_early = { $name } must leave early
desk-word-noted = Noted
desk-word-seen = { $word ->
    [bring_me_back] Seen, in a moment
   *[other] Seen: I go on for now
}
desk-word-set-aside = Set aside
desk-word-distress-steps = One leader goes with them to a room of two, which the others do not hear. If you go on for now, they are told who has seen it, and this card stays.
desk-word-distress-waiting = They wait at the door and hear nothing of the circle. To speak with them, let them in. If you go on for now, they are told who has seen it, and this card stays.
desk-word-seen-text = { $word ->
    [bring_me_back] They know that { $name } has seen it. It stays here until they are back in the circle.
    [distress] They know that { $name } has seen it. It stays here until you step out with them or set it aside, which they are told, too.
   *[other] They know that { $name } has seen it. It stays here until you pause or set it aside, which they are told, too.
}
desk-word-seen-by = seen by { $name }
desk-presenter-missed = The link of { $name } is down
desk-presenter-out = { $name } has stepped out
desk-presenter-awaited = The clock waits for the presenter.
desk-presenter-overdue = The clock still waits. You may go on, or close the case.
desk-go-on = Go on without waiting
desk-close-case = Close the case
desk-close-case-title = Close this case?
desk-close-case-text = The group goes straight to the closing. This cannot be taken back.
desk-close-case-no = No, wait
desk-close-case-yes = Close the case
desk-quorum = Only { $present } of { $needed } members are here.
desk-quorum-last = Nobody else is awaited.
desk-quorum-why = This way of working is meant for that many; whether to go on is yours to say.
desk-quorum-inner = { $present ->
    [one] { $present } sits in the inner circle; it works with { $needed } or more.
   *[other] { $present } sit in the inner circle; it works with { $needed } or more.
  }
desk-you-lead = You lead now.
desk-leads = { $name } leads.
desk-leads-out = { $name } leads, and has stepped out. To end the pause take the lead, or wait.
desk-take-lead = Take the lead
desk-private-open = Step out with them
desk-private-pause-open = Pause, and step out with them
desk-private-open-brief = Step out
desk-private-pause-open-brief = Pause, step out
desk-private-other-leader = { $name } can step out with them while you go on.
desk-private-others = Stepped out: { $names }.
desk-private-ask = Ask to join
desk-private-asked = You have asked to join.
desk-private-pause = To join them, pause first: whoever leads stays while the clock runs.
desk-private-left = Stepped out, by themselves: { $names }.
desk-private-inside = You have stepped out with { $names }. Nobody else hears or sees you.
desk-private-aside = You have stepped out. Nobody hears or sees you.
desk-gate-hard-round = Only who has the turn is heard, and the leaders.
desk-gate-hard-silent = Only the leaders are heard.
desk-word-bring_me_back = { $name } asks: bring me back
desk-word-returns-in = Unless brought back, { $name } can come back on their own in { $seconds } s.
desk-word-returns-now = { $name } can come back on their own now.
desk-presenter-left = { $name } has left.
desk-came-alone = { $name } came back on their own.
desk-word-need_a_pause = { $name } asks for a pause
desk-ago = to the leaders only, { $time } ago
desk-ago-all = to everyone, { $time } ago
desk-waiting = In the waiting room
desk-admit = Admit
desk-admit-all = Admit all { $count }
desk-awaited = Not here yet: { $names }
desk-declined = Cannot come, as they said: { $names }
desk-uninvited = Without a link to this meeting: { $names }. You can hand one on from the group’s page.
desk-turn-away = Turn away
desk-turn-away-title = Turn { $name } away?
desk-turn-away-text = They are not let in, and their page says so. This cannot be taken back. Where the group shares one link, they could knock with it anew: then do not admit them.
desk-turn-away-no = No, let them wait
desk-turn-away-yes = Turn { $name } away
desk-offers = Cases offered
desk-offers-none = None yet. Silence is part of it.
desk-choose = Choose
desk-chosen = presents
desk-said-aloud = Somebody else presents…
desk-said-aloud-title = Who presents?
desk-said-aloud-text = For whoever has said aloud that they bring a case. They are told that they present, and may take the case back at any time.
desk-presented = { $count ->
    [one] has presented once today
   *[other] has presented { $count } times today
  }
desk-presented-earlier = { $count ->
    [0] none in earlier meetings
    [one] 1 case in earlier meetings
   *[other] { $count } cases in earlier meetings
  }
desk-presented-least = has presented least
desk-favour-least = Of several offers, favour whoever has presented least.
desk-choice = The group’s choice
desk-choice-named = { $count ->
    [0] Nobody has named anyone yet.
    [one] 1 person has named somebody.
   *[other] { $count } people have named somebody.
  }
desk-choice-chosen = { $name } is chosen, and may decline.
desk-choice-close = Close the choice
desk-prompts = Reminders for this phase
desk-scene = Parts
desk-scene-empty = No part is given yet.
desk-scene-stop = Stop the scene
desk-scene-on = Go on
desk-scene-frozen = The scene is stopped. Everyone in it is still heard.
desk-scene-swap = Reverse…
desk-scene-swap-title = With whom does { $name } change parts?
desk-scene-swap-text = The parts change, the seats stay. Whoever has no part takes it over, and { $name } watches.
desk-scene-takes-over = takes the part over
desk-scene-off = Take off
desk-round-next = Still to be asked: { $names }
desk-round-last = This is the last one to be asked.
desk-round-over = Everyone has been asked.
desk-round-again = Ask everyone anew
desk-whisper = Hold to whisper
desk-whisper-on = You whisper
desk-whisper-text = Only { $names } hears you while you hold it; when you let go, your microphone is off.
desk-whisper-nobody = No other leader can hear you now.
desk-whisper-unheard = Your microphone cannot be used: nobody would hear you.
desk-whisper-lost = Nobody hears you now: no other leader can. When you let go, your microphone is off.
desk-whisper-lost-short = Nobody hears your whisper any more.
desk-whisper-over = The whisper is over, and your microphone is off.
desk-places = Inner and outer circle
desk-inner-count = Inner circle, { $count }
desk-outer-count = Outer circle, { $count }
desk-to-outer = To the outer circle
desk-to-inner = To the inner circle…
desk-to-inner-now = To the inner circle
desk-to-inner-title = Where does { $name } sit?
desk-empty-chair = On the empty chair
desk-instead-of = In place of { $name }
desk-hand-up = hand is raised
desk-floor = Floor and hands
desk-hands-none = No hand is raised.
desk-hand = { $place }. { $name }
desk-hand-lower = Lower
desk-hint = fewest turns so far
desk-grant = Give turn
desk-turn-of = { $name } has the turn
desk-turn-end = End turn
desk-link-weak = weak link
desk-link-very-weak = very weak link
desk-link-of = { $name }: { $link }
desk-muted = microphone off
desk-no-sound = microphone brings no sound
desk-one-at-a-time = One at a time
desk-gate-soft-nobody = Nobody sits in the inner circle yet: only leaders are heard.
desk-gate-soft-inner = Off: the inner circle is heard. Where somebody has the floor, the room shows it.
desk-gate-soft = Off: all are heard. Where somebody has the floor, the room shows it.
desk-gate-hard-open = The server passes on everyone.
desk-gate-hard-queue = Only who has the turn is heard, and the leaders.
desk-gate-hard-presenter = Only the presenter is heard, and the leaders.
desk-gate-hard-asker_and_presenter = Only the asker and the presenter are heard, and the leaders.
desk-gate-hard-leaders = Only the leaders are heard.
desk-gate-cast = Only those in the scene are heard, and the leaders.
desk-gate-outer = Only the one of the outer circle who has the turn is heard, and the leaders.
desk-gate-phase = Until the end of this phase.
desk-plan = Plan of the case
desk-optional = (optional)
desk-left-out = left out
desk-plan-past = { $count ->
    [one] One phase before
   *[other] { $count } phases before
}
desk-ends-about = The circle closes at about { $time }.
desk-circle = { $out ->
    [0] { $count } in the circle
   *[other] { $count } in the circle, { $out } outside
  }
desk-circle-leaders = Leaders, among themselves
desk-speaks = speaks
desk-silent = silent for { $minutes } min
desk-remove = Remove
desk-on = { $act ->
    [admit] Admit { $name }
    [refuse] Turn away { $name }
    [choose] Choose { $name }
    [lower] Lower { $name }’s hand
    [grant] Give turn to { $name }
    [rename] Change the name { $name }
    [free] Free the seat of { $name }
   *[remove] Remove { $name }
}
desk-removing = Remove somebody…
desk-removing-done = Remove nobody
desk-remove-title = Remove { $name }?
desk-remove-text = They hear and see nothing more of this session, and their place in it does not open again: that cannot be taken back. The next meeting is open to them. Where the group shares one link, they could knock with it anew: then do not admit them.
desk-remove-presents = { $name } presents: the case ends with this.
desk-remove-no = No, leave it as it is
desk-remove-yes = Remove { $name }
desk-free = Free the seat
desk-free-title = Free the seat of { $name }?
desk-free-text = Their link is lost, and they are not here. Their seat goes out of the circle. They may come back by their link, and then sit down again.
desk-free-no = No, leave it as it is
desk-free-yes = Free the seat of { $name }
desk-end = End the session…
desk-end-title = End the session for everyone?
desk-end-text = All sound and pictures stop, the leaders’ too. This cannot be taken back.
desk-end-early = The session has not begun.
desk-end-talk = A talk apart ends, too: { $names }.
desk-end-waiting = Still without your answer: { $names }.
desk-end-no = No, go on
desk-end-yes = End the session
desk-own = For yourself
desk-own-marks = marks
desk-own-notes = notes
desk-own-hint = a hint
desk-own-names = names
desk-own-keys = keys
desk-own-screen = another screen
desk-marks = What you do to keep the form
desk-marks-text = Press what you have just done: it is counted by phase. Only leaders see it now; the count stands in the record that everyone reads at the end. Nothing says who marked it. More time, and bringing the presenter back, count by themselves.
desk-mark-times = { $mark }, { $count } in this phase
desk-marked = Marked: { $mark }
desk-mark-back = Take back
desk-notes = Notes
desk-notes-text = They stay in this browser, and nobody else gets them. Whoever uses this browser can read them.
desk-notes-unkept = This browser keeps nothing: these notes are gone when the page is.
desk-notes-forget = Delete them after the session
desk-notes-forget-text = At its end if you are in the room then, otherwise with the first session that is opened in this browser a day or more after your last word.
desk-notes-delete = Delete the notes
desk-unspoken = Show who has not spoken yet
desk-unspoken-text = For you alone, and kept nowhere. A silence is no fault.
desk-unspoken-names = Not yet in this phase: { $names }
desk-unspoken-none = Everyone has spoken in this phase.
desk-unspoken-unknown = Not known for this phase: the server was restarted since it began.
desk-naming = Change a name…
desk-naming-done = Change no name
desk-name = Change
desk-name-title = What is { $name } called here?
desk-name-text = Everyone sees it at once. A first name or initials, no full name.
desk-name-label = Name
desk-name-yes = Change the name
desk-name-no = No, leave it as it is
desk-name-whole = perhaps a full name
desk-second = On another screen…
desk-second-title = The desk on another screen
desk-second-text = In a window of its own, or on your phone. You stay in the room here, with sound and pictures; there, the desk is alone.
desk-second-window = In its own window
desk-second-device = On a phone or another device
desk-second-code = QR code that opens the desk
desk-second-read = Point the phone’s camera at it. It opens the desk once, within { $minutes } minutes, and leads to nothing but the desk. Show it to nobody: whoever opens it leads.
desk-second-here = This address leads to this computer alone: a phone cannot reach it. Open it in another window here; it opens the desk once, within { $minutes } minutes. For a phone the server needs a name and HTTPS.
desk-second-address = Or type this address
desk-second-copy = Copy
desk-second-copied = Copied.
desk-second-open = The desk is also on a second screen.
desk-second-close = Close it there
desk-keys = Keys…
desk-keys-title = The desk’s keys
desk-keys-text = One key each, held for whispering. They do nothing while you write or a dialog is open. No key ends the session, turns anybody away or removes anybody.
desk-keys-on = Single keys
desk-keys-is-on = On. Kept in this browser.
desk-keys-is-off = Off. Kept in this browser.
desk-keys-shown = Show the keys on the buttons
key-next = The next step
key-other = To the other ways on
key-undo = Undo the last step, or more time
key-step-back = Step back…
key-pause = Pause, resume
key-extend = More time
key-push-back = Push back; bring back, and go on
key-admit = Admit who waits
key-cases = To the cases offered
key-close-choice = Close the group’s choice
key-give-turn = Give the turn to the first hand
key-lower-hand = Lower the first hand
key-end-turn = End the turn
key-one-at-a-time = One at a time
key-round = Ask everyone anew
key-whisper = Whisper while it is held
key-scene = Stop the scene, go on
key-parts = Give parts…
key-players = To the parts
key-places = To the two circles
key-answer = To what waits for an answer
key-lead = Take the lead
key-notes = To your notes
key-unspoken = Who has not spoken yet
key-names = Change a name…
key-second = The desk on another screen, and closed there
key-mark-back = Take the last mark back
key-help = These keys

## Refusals, in plain words

code-session_ended = The session has ended.
code-not_begun = The session has not begun yet.
code-already_begun = The session has already begun.
code-not_allowed = That is not possible now.
code-conflict = Somebody was quicker, and things have changed: your press has done nothing. See what is there now before you press anything.
code-done_already = It has just been done.
code-no_such_seat = That seat is no longer there.
code-not_waiting = They no longer wait.
code-not_seated = They are not in the circle.
code-not_missed = They are here, or were until a moment ago.
code-session_full = Every seat of the circle is taken.
code-not_a_case_call = Cases are offered in the case call only.
code-not_offered = That case is no longer offered.
code-no_presenter = There is no presenter.
code-pushed_back = Not while the presenter has pushed back.
code-not_pushed_back = Nobody has pushed back.
code-no_such_phase = There is no such phase.
code-phase_not_optional = This phase cannot be left out.
code-no_clock = This phase has no clock.
code-out_of_bounds = That is too long or too short.
code-paused = The session is already paused.
code-not_paused = The session is not paused.
code-no_turns_here = There are no turns on this floor.
code-no_turn = The turn is already over.
code-no_round = There is no round on this floor.
code-stepped_out = Not until whoever has stepped out is back.
code-not_in_private = Nobody is in the private room.
code-no_word = That word has already been answered.
code-no_choice = Nobody has been named yet.
code-no_more = It has been held as often as this format allows.
code-not_accepted = The presenter has not accepted the audience yet.
code-no_circles = This format has one circle.
code-circle_full = The inner circle is full.
code-no_cast = No scene is made in this phase.
code-not_invited = You have no invitation to a part.
code-not_kept = Nothing is kept of how this session goes, so there is nothing to mark it for.
code-no_mark = Nothing is marked in this phase.
code-too_late = That can no longer be undone.
code-too_fast = That was too fast. Wait a moment.
code-draining = The server is restarting. Try again in a moment.
code-not_saved = The server could not save this, so nothing has changed. Try again.
code-unreachable = No answer from the server to “{ $what }”. See whether it has been done.
code-unsent = Not sent, for the connection is lost: “{ $what }”. Wait until it is back, then see how things stand.
code-was_unsent = The connection is back. “{ $what }” was not sent.
code-unanswered = The connection was lost before the answer came: “{ $what }”. Wait until it is back: you then read here if it was not done.
code-lapsed = “{ $what }” came too late and was not done. Press again if you still wish it.
asked = { $step ->
    [begin] Begin the session
    [end] End the session
    [advance] Next: { $phase }
    [step_back] Back to: { $phase }
    [undo_step] Undo: back to { $phase }
    [undo_extend] Undo: more time
    [pause] Pause
    [resume] Resume
    [extend] { $name }
    [push_back] Push back
    [recall] Bring back, and go on
    [choose_presenter] Choose { $name }
    [set_floor] One at a time
    [grant_turn] Give { $name } the turn
    [end_turn] End turn
    [admit] Admit { $name }
    [remove] Close { $name }’s place
    [raise_hand] Raise hand
    [lower_hand] Lower hand
    [offer_case] Offer a case
    [withdraw_offer] Take the case back
    [tell_leaders] A word to the leaders
    [leave] Leave the session
   *[other] your last press
}
code-noted = The leaders have noted what you told them.
code-seen = { $word ->
    [bring_me_back] { $name } has seen what you told them: in a moment.
   *[other] { $name } has seen what you told them, and goes on for now.
}
code-stepped_away = Microphone and camera are off, and your seat is kept. Turn them on again when you are back.
code-came_alone = You are back in the circle, on your own: no leader had brought you back.
code-outside_again = A leader is back, and you are outside the circle again: the group does not hear you.
code-restored = While no leader was there, everyone in the circle was heard, the presenter too. Now it is as before: the presenter is outside and listens.
code-hand_gone = A new phase: your hand is down. Raise it again if you wish.
code-other = That did not work. Nothing has changed; try again.

## The formats, drawn

format-drawing = The phases of { $name }
format-minutes = { $min } to { $max } min, most often { $typical }
format-no-clock = no clock
format-floor-open = Open floor
format-floor-queue = By raised hands
format-floor-round = A round
format-floor-presenter = The presenter’s floor
format-floor-asker_and_presenter = One asks, the presenter answers
format-floor-leaders = The leaders’ floor
format-floor-silent = Silence
format-hard = kept by the server
format-heard-cast = Only the players are heard
format-heard-outer = One of the outer circle at a time
format-within-leaders = Leaders among themselves
format-stance-back_visible = the presenter has pushed back
format-stance-back_hidden = the presenter has pushed back, unseen
format-optional = may be left out
format-accept = the presenter accepts the audience, or not
format-casting = parts are given
format-group-chooses = the group chooses
format-again = up to { $most } times
format-who-leaders = leaders
format-who-presenter = the presenter
format-who-players = the players
format-who-turn = whoever has the turn
format-who-watchers = the watchers
format-who-members = the other members
format-who-observers = observers
format-who-outer = the outer circle

## What `restarea demo` prints

demo-arriving = A rehearsal group of { $members } is arriving. { $pace }
demo-goes-on = The rehearsal that was killed goes on, with the same people in their seats. { $pace }
demo-goes-on-anew = { $words ->
    [none] It was started without options.
   *[other] It was started with { $words }.
 } Another one instead: --anew ({ $typed }).
demo-goes-on-moved = Its address is another one now: the pages that are open do not find it. Open the links below.
demo-pace-real = Its phases take as long as in earnest; you go on when you like. Four times as fast: --speed=4 ({ $typed }).
demo-pace-faster = A minute of the form takes { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
  }.
demo-pace-back = At a real pace: --speed=1 ({ $typed }).
demo-beside = A session that had not ended goes on in the pages that are open. This is another one.
demo-beside-too = A second session that had not ended goes on as well, in the pages that are open.
demo-lead = to lead it
demo-lead-along = a second person who opens it leads along
demo-join = to join it
demo-open = Open one of them in a browser; for both, take a private window for the second. Ctrl-C ends the rehearsal.
demo-keeps = Of this one a record is made, in sums: once you have ended it, the last page leads there. It can be looked at until Ctrl-C, which destroys it.
demo-record-left = The rehearsal that was killed had ended. Its record can still be looked at: below, in a browser that was there.
demo-record-left-until = Ctrl-C destroys it; start it again for another.
demo-nothing-left = The rehearsal that was killed had ended, and nothing of it is left. This is another one.
demo-over = The rehearsal is over. Press Ctrl-C; start it again for another.
demo-over-keeps = The rehearsal is over. Look at its record first: the last page in the browser leads there. Then press Ctrl-C, which destroys it; start it again for another.
demo-destroyed = Nothing is left of the rehearsal, and no record of it.

## What one receives

receive = Data use
receive-room = Language, data
receive-save-short = Saving data
receive-audio-short = Sound only
receive-title = Language and data
receive-pictures = What you receive
receive-text = The voices always come first. Where your link is weak, pictures become smaller and then fewer by themselves.
receive-all = All pictures
receive-save = Save data: only the picture of whoever speaks
receive-audio = Sound only
receive-used = So far this page has used { $megabytes } MB.
weak-speaker = Voices go first: you see only who speaks or spoke last, or has the floor.
weak-voices = Voices go first: you hear everyone, without pictures.
weak-few = Voices go first: you hear the leaders, whoever has the floor, and the loudest.
weak-narrow = Voices go first: your picture is sent smaller.
weak-busy = This device is busy, too: close what else is open.
weak-busy-alone = This device is busy: close what else is open.
