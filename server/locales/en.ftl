### Restarea in English. The same messages, in the same order, stand in every language.

## Plain pages of the server

page-front-title = A rest area for physicians
page-front-text = Balint groups meet here. To join yours, open the personal link that your leader sent you.
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
page-soon-title = Back in a moment
page-soon-text = The server is being restarted. This page looks again by itself; your seat is kept.
page-unbuilt-title = This server is not ready yet
page-unbuilt-text = Its pages have not been built. Whoever runs it can find the reason with “restarea doctor”.
page-front-form = The group meets by sound and picture. The server keeps the form of the session: whose turn it is, and when the presenter has pushed back.
page-front-heard = When you are not meant to be heard or seen, nothing of you is passed on.
page-front-kept = No sound and no picture is recorded. When a session has ended, its names can no longer be read.
page-languages = Languages
page-own-name = English

## The door: a link is opened, a name is given, the devices are tried

join-title = Come in · Restarea
join-entering = One moment. Your link is being opened.
join-welcome = Welcome
join-as-leader = You lead this group. Give your name, try your microphone and camera, and go in.
join-as-co_leader = You co-lead this group. Give your name, try your microphone and camera, and go in.
join-as-member = Give your name, try your microphone and camera, and go in. The leader will let you into the circle.
join-as-observer = You come as an observer: you hear and see the group. The group sees that you are there, and does not hear you.
join-name = Your name
join-name-hint = As the group should see it, up to 40 characters.
join-check = Microphone and camera
join-microphone = Microphone
join-microphone-on = Try the microphone
join-microphone-opening = Opening …
join-microphone-off = Turn microphone off
join-microphone-choose = Which microphone
join-camera = Camera
join-camera-on = Try the camera
join-camera-opening = Opening …
join-camera-off = Turn camera off
join-camera-choose = Which camera
join-level = How loud your microphone is
join-level-speak = Say a few words: the bar should move.
join-level-heard = Your microphone works.
join-preview = Your own picture, as in a mirror
join-kept = What is kept
join-kept-sound = Sound and picture: nothing. This place has no way to record.
join-kept-form = The form of the session: phases, times and seats, without names and without words.
join-kept-name = Your name: until the session ends. Then nobody can read it any more.
join-kept-heard = Who hears you is decided by the server. When you have pushed back, your voice goes to nobody.
join-enter = Go in
join-enter-listening = Go in, listening only
join-enter-hint = Your microphone and camera stay as you have set them here.
join-enter-hint-leader = Members wait until you let them in.
join-enter-hint-listening = You can turn your microphone on in the room, at any time.
join-enter-hint-observer = Your camera stays as you have set it here.
join-trouble-bad_name = Please give a name of 1 to 40 characters.
join-trouble-offline = There is no connection at the moment. Try again shortly.
join-trouble-draining = The server is being restarted. Try again in a minute.

## Why a link lets nobody in

refused-no_link-title = Open your link
refused-no_link-text = To join your group, open the personal link that your leader sent you. This page alone leads nowhere.
refused-unknown_link-title = This link is not known
refused-unknown_link-text = Perhaps a part of it was lost. Copy the whole link from the message, or ask your leader for a new one.
refused-expired_link-title = This link has expired
refused-expired_link-text = It was made for an earlier session. Ask your leader for a new one.
refused-used_link-title = This link has been used
refused-used_link-text = It has let in everybody it was meant for. If you came in with it before, open it in the same browser; otherwise ask your leader for a link of your own.
refused-session_full-title = The circle is full
refused-session_full-text = Every seat of this session is taken. Please tell your leader.
refused-session_ended-title = This session has ended
refused-session_ended-text = Nothing of what was said has been kept. For the next meeting your leader will send a new link.
refused-removed-title = You have been removed from this session
refused-removed-text = The leader has closed this seat, and this link no longer opens it. If you think this is a mistake, please reach your leader outside this page.
refused-no_session-title = Open your link again
refused-no_session-text = This browser no longer has a place in the session. Your link gives it back to you.
refused-draining-title = The server is being restarted
refused-draining-text = It will be back in a minute. Your link stays good.
refused-too_fast-title = Too many attempts
refused-too_fast-text = Wait a minute, then try again. Your link stays good.
refused-offline-title = No connection
refused-offline-text = The server cannot be reached. See whether this device is online, then try again. Your link stays good.
refused-server_error-title = Something went wrong here
refused-server_error-text = It is our fault, not yours. Wait a moment, then try again. Your link stays good.
refused-again = Try again

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

truth-heard = The group hears you.
truth-heard-turn = It is your turn: the group hears you.
truth-heard-floor = The floor is { $name }’s. The group hears you if you speak.
truth-heard-paused = Pause. The group hears you.
truth-heard-leaders = Only the leaders hear you.
truth-pushed-back = The group does not hear you now: you have pushed back.
truth-observer = You observe: the group sees you and does not hear you.
truth-leaders-alone = The leaders are among themselves. Nobody hears you, and you hear nobody.
truth-floor-leaders = The floor is the leaders’. The group does not hear you now.
truth-floor-presenter = The floor is { $name }’s, who presents. The group does not hear you now.
truth-floor-turn = The floor is { $name }’s. The group does not hear you now.
truth-floor-next = One at a time: the group hears you when you are given the floor.
truth-floor-asker = Questions, one at a time: the group hears you when you are given the floor.
truth-off = Your microphone is off. You listen.
truth-off-your-turn = It is your turn, and your microphone is off.
truth-opening = Your microphone is being opened.
truth-microphone-denied = The group cannot hear you: the browser may not use your microphone.
truth-microphone-none = The group cannot hear you: no microphone was found.
truth-microphone-busy = The group cannot hear you: another program is using your microphone.
truth-microphone-failed = The group cannot hear you: your microphone does not open.
truth-silent = Your microphone is silent.
truth-not-arriving = Your microphone does not reach the server. The group does not hear you.
truth-nobody-hears = Your voice reaches nobody at this moment.
truth-alone = Nobody else is in the circle yet.
truth-alone-leaders = You are by yourself here now.
truth-unsteady = The connection is unsteady. Whether the group hears you is not certain.
truth-waiting = You are in the waiting room. Nobody hears or sees you.
truth-connecting = Connecting.
truth-lost = The connection is lost and is being restored. Your seat is kept.
truth-draining = The server is being restarted. Your seat is kept.
truth-media-connecting = Sound and picture are being connected.
truth-media-lost = Sound and picture are lost and are being restored. Your seat is kept.
truth-media-refused = Sound and picture cannot be connected. Open your link again.
truth-replaced = You are in the room in another window. Nothing is sent from here.
truth-removed = You have been removed from this session.
truth-ended = The session has ended. Nobody hears or sees you.
truth-left = You have left. Nobody hears or sees you.
truth-no-place = This browser has no place in the session. Open your link again.
truth-outdated = This page is out of date. Reload it.

## What a screen reader is told

announce-phase-arrival = Now: arrival.
announce-phase-case_call = Now: who has a case?
announce-phase-presentation = Now: the case presentation.
announce-phase-questions = Now: clarifying questions.
announce-phase-discussion = Now: the discussion.
announce-phase-return = Now: the presenter returns.
announce-phase-joint_discussion = Now: the joint discussion.
announce-phase-closing = Now: the closing.
announce-phase-debrief = Now: the leaders’ debrief.
announce-one-at-a-time = One at a time now: only those who have the floor are heard.
announce-one-at-a-time-over = “One at a time” is over.
announce-paused = The session is paused.
announce-resumed = The session goes on.
announce-admitted = You are in the circle.
announce-ended = The session has ended.
announce-you-present = You present the case.
announce-pushed-back = You have pushed back. The group does not hear you.
announce-back-in-circle = You are back in the circle.
announce-your-turn = It is your turn.
announce-turn-over = Your turn is over.
announce-leaders-alone = The leaders are among themselves now.
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
phase-debrief = Leaders’ debrief

## The room

room-title = Restarea
room-case = { $number ->
    [1] First case
    [2] Second case
    [3] Third case
   *[other] Case { $number }
  }
room-circle = The circle
room-you = You
room-seat = Seat { $number }
room-role-leader = leader
room-role-co_leader = co-leader
room-role-member = member
room-role-observer = observer
room-role-presenter = presenter
room-role-pushed_back = pushed back
room-link-lost = link lost
room-link-lost-long = the link is lost, the seat is kept
room-seat-absent = not in the room now
room-seat-speaking = speaks
room-seat-floor = has the floor
room-seat-hand = hand raised, number { $place }
room-gathering = Arriving
room-says-gathering = The session begins when everyone is here.
room-says-paused = The group rests. Nothing is lost.
room-says-arrival = A moment for each to arrive.
room-says-case_call = Take your time. Whoever has a patient in mind may say so.
room-says-chosen = { $name } is going to present.
room-says-presentation = { $name } tells. The others listen.
room-says-questions = Short questions of fact. { $name } answers.
room-says-asks = { $name } asks.
room-says-turn = The floor is { $name }’s.
room-says-discussion = The group wonders about the doctor and the patient.
room-says-discussion-back = The group wonders. { $name } has pushed back and listens.
room-says-return = { $name } is back in the circle, and owes no answer.
room-says-joint_discussion = Everyone together.
room-says-closing = The leaders bring the case to a close.
room-says-debrief = The leaders are among themselves.
room-says-no-presenter = There is no presenter now.
room-paused = Pause
room-arc = Time of this phase: { $past } of { $parts } parts have passed
room-controls = What you can do
room-microphone-on = Turn microphone on
room-microphone-off = Turn microphone off
room-camera-on = Turn camera on
room-camera-off = Turn camera off
room-hand-raise = Raise hand
room-hand-lower = Lower hand
room-word = A quiet word
room-word-title = A quiet word to the leaders
room-word-text = Only the leaders see it. Nobody else learns that you said anything.
room-word-not-now = While you present a case, you can tell the leaders from here, and nobody else, that you want to come back or need a pause. At other times, raise your hand or simply speak.
room-word-bring_me_back = Please bring me back
room-word-need_a_pause = I need a pause
room-word-said-bring_me_back = The leaders know: bring me back
room-word-said-need_a_pause = The leaders know: I need a pause
room-case-offer = I have a case
room-case-withdraw = Take my offer back
room-turn-end = I have finished
room-push-back = Push back again
room-self-hide = Hide my own picture
room-self-show = Show my own picture
room-close = Close
room-leave = Leave
room-leave-title = Only for a moment, or for good?
room-leave-text = You can step out: microphone and camera go off, your seat is kept, and you still hear the group. If you leave, your seat goes out of the circle.
room-leave-text-leader = You can step out: microphone and camera go off, and your seat is kept. If you leave, the session goes on without you. To end it for everyone, use the desk.
room-leave-stay = Stay
room-leave-step-out = Step out for a moment
room-leave-now = Leave the session
room-sound-blocked = Your browser waits for a touch before it plays sound.
room-sound-on = Turn the sound on
room-lost = The connection is lost. It comes back by itself.
room-draining = The server restarts for a moment. The session goes on where it was.
room-waiting-title = Welcome, { $name }
room-waiting-title-nameless = Welcome
room-waiting-text = The session has not begun. The leader lets you in.
room-waiting-running = The session has begun. The leader lets you in at a good moment.
room-waiting-unheard = You need not do anything. This page opens the circle by itself.
room-ended-title = The session has ended
room-ended-text = Nothing of it was recorded. You can close this page.
room-left-title = You have left
room-left-text = The group goes on. To come back, open your link again and wait to be let in.
room-removed-title = You are no longer in this session
room-removed-text = A leader has taken your seat out of the circle. If that was a mistake, write to your leader.
room-replaced-title = The room is open in another window
room-replaced-text = You are there now; here, nothing is heard, seen or sent. You can close this window.
room-replaced-again = Continue here instead
room-outdated-title = This page is out of date
room-outdated-text = The server has been renewed since you opened it. Your seat is kept.
room-outdated-again = Open it again
room-no-place-title = This browser has no seat here
room-no-place-text = Open the link that your leader sent you.
room-outside-title = The case is closed
room-outside-text = Thank you for having been here. The leaders now talk among themselves: nobody hears you, and you do not hear them.

## The leaders’ desk

desk-title = The leaders’ desk
desk-open = Open the desk
desk-close = Back to the circle
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
desk-next-begin = Begin the session
desk-next-arrival = Go to the arrival
desk-next-case_call = Ask who has a case
desk-next-presentation = Begin the case presentation
desk-next-questions = Open clarifying questions
desk-next-discussion = Begin the discussion
desk-next-return = Bring the presenter back to speak
desk-next-return-here = Give the presenter the floor
desk-next-joint_discussion = Open the joint discussion
desk-next-closing = Begin the closing
desk-next-debrief = Close the circle: leaders stay for the debrief
desk-next-end = End the session
desk-presenter-pushes-back = { $step }: the presenter pushes back
desk-presenter-comes-back = { $step }: the presenter comes back
desk-skip-to = Leave it out. Go to: { $phase }
desk-blocked-choose = First choose who presents.
desk-blocked-no-offer = Nobody has offered a case yet.
desk-step-back = Back to: { $phase }…
desk-step-back-none = Back
desk-step-back-title = Go back to “{ $phase }”?
desk-step-back-text = That phase begins anew, with its full time. Raised hands and the turn of this one are let go. Nothing else is lost.
desk-step-back-no = No, stay here
desk-step-back-yes = Go back
desk-pause = Pause
desk-resume = Resume
desk-extend = + { $minutes } min
desk-extend-seconds = + { $seconds } s
desk-recall = Recall
desk-push-back = Push back
desk-word-bring_me_back = { $name } asks: bring me back
desk-word-need_a_pause = { $name } asks for a pause
desk-ago = to the leaders only, { $time } ago
desk-waiting = In the waiting room
desk-admit = Admit
desk-admit-all = Admit all { $count }
desk-turn-away = Turn away
desk-offers = Cases offered
desk-offers-none = None yet. Silence is part of it.
desk-choose = Choose
desk-chosen = presents
desk-floor = Floor and hands
desk-hands-none = No hand is raised.
desk-hand = { $place }. { $name }
desk-hand-lower = Lower
desk-grant = Give turn
desk-turn-of = { $name } has the turn
desk-turn-end = End turn
desk-not-yet-heard = not heard yet
desk-one-at-a-time = One at a time
desk-gate-soft = All are heard; the room shows whose floor it is.
desk-gate-hard-open = The server passes on everyone.
desk-gate-hard-queue = Only who has the turn is heard, and the leaders.
desk-gate-hard-presenter = Only the presenter is heard, and the leaders.
desk-gate-hard-asker_and_presenter = Only the asker and the presenter are heard, and the leaders.
desk-gate-hard-leaders = Only the leaders are heard.
desk-gate-phase = Until the end of this phase.
desk-plan = Plan of the case
desk-optional = (optional)
desk-left-out = left out
desk-circle = { $count ->
    [one] 1 in the circle
   *[other] { $count } in the circle
  }
desk-speaks = speaks
desk-silent = silent { $time }
desk-remove = Remove
desk-removing = Remove somebody…
desk-removing-done = Remove nobody
desk-remove-title = Remove { $name }?
desk-remove-text = They hear and see nothing more of this session, and their link no longer opens it. This cannot be taken back.
desk-remove-no = No, leave it as it is
desk-remove-yes = Remove { $name }
desk-end = End the session…
desk-end-title = End the session for everyone?
desk-end-text = All sound and pictures stop, the leaders’ too. This cannot be taken back.
desk-end-no = No, go on
desk-end-yes = End the session

## Refusals, in plain words

code-session_ended = The session has ended.
code-not_begun = The session has not begun yet.
code-already_begun = The session has already begun.
code-not_allowed = That is not possible now.
code-conflict = Somebody was quicker, and things have changed. What you see now is current.
code-no_such_seat = That seat is no longer there.
code-not_waiting = They no longer wait.
code-not_seated = They are not in the circle.
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
code-too_fast = That was too fast. Wait a moment.
code-draining = The server is restarting. Try again in a moment.
code-not_saved = The server could not save this, so nothing has changed. Try again.
code-unreachable = The server did not answer. Nothing has changed; try again.
code-other = That did not work. Nothing has changed.
