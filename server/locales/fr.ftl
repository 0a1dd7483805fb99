### Restarea en français. Les mêmes messages, dans le même ordre, dans chaque langue.

## Pages simples du serveur

page-front-title = Une aire de repos pour médecins
page-front-text = Des groupes Balint se réunissent ici. Pour rejoindre le vôtre, ouvrez le lien personnel que votre animateur vous a envoyé.
page-missing-title = Cette page n’existe pas
page-missing-text = Ouvrez le lien que votre animateur vous a envoyé. Il commence par l’adresse de ce site.
page-broken-title = Quelque chose n’a pas fonctionné ici
page-broken-text = C’est notre faute, pas la vôtre. Attendez un instant, puis rouvrez votre lien. Votre place est gardée.
page-needs-script = Cette page a besoin de JavaScript. Activez-le dans votre navigateur, puis rouvrez votre lien.
page-join-title = Entrer
page-room-title = La salle
page-refused-title = Ce lien ne vous permet pas d’entrer
page-refused-text = L’animateur a fermé cette place. Si vous pensez à une erreur, joignez votre animateur en dehors de cette page.
page-ended-title = Cette séance est terminée
page-ended-text = Merci d’avoir été là. Aucun son ni aucune image n’a été gardé, et les noms ont disparu.
page-soon-title = De retour dans un instant
page-soon-text = Le serveur redémarre. Cette page réessaie d’elle-même ; votre place est gardée.
page-unbuilt-title = Ce serveur n’est pas encore prêt
page-unbuilt-text = Ses pages n’ont pas été construites. La personne qui s’en occupe en trouvera la raison avec « restarea doctor ».
page-front-form = Le groupe se réunit par le son et l’image. Le serveur tient la forme de la séance : à qui est la parole, et quand la personne qui présente s’est mise en retrait.
page-front-heard = Quand on ne doit ni vous entendre ni vous voir, rien de vous n’est transmis.
page-front-kept = Rien n’est enregistré. Une fois la séance terminée, les noms ne peuvent plus être lus.
page-languages = Langues
page-own-name = Français
