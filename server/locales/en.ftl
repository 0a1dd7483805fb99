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
page-front-kept = Nothing is recorded. When a session has ended, its names can no longer be read.
page-languages = Languages
page-own-name = English
