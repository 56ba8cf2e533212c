/** Sentences of the problems of the ground floor: files, stores, documents, the door. `{{name}}` are parameters. */
export const messages = {
  en: {
    problem: {
      'config.invalid':
        'These environment variables are not right; what each may be: {{variables}}. Correct them and start again.',
      'port.taken':
        'Port {{port}} is taken by another program. Stop it, or choose another port: PARCOURS_PORT=4748 npm start',
      'data.locked':
        'The data folder {{folder}} is in use by another Parcours (process {{pid}}). Stop it first, or give this one another folder with PARCOURS_DATA.',
      'data.unusable':
        'The data folder {{folder}} cannot be used: {{reason}}. Check that it exists, is writable and has space left.',
      'postgres.unreachable':
        'PostgreSQL does not answer ({{reason}}). Check DATABASE_URL, or remove it to use the embedded store.',
      'postgres.too-old': 'This PostgreSQL is version {{found}}; Parcours needs {{needed}} or newer.',
      'postgres.folder-unusable':
        'The embedded database in {{folder}} cannot be opened: {{reason}}. Restore the folder from a backup, or choose another one with PARCOURS_DATA.',
      'engine.unreachable':
        'The ClickHouse server does not answer. Check CLICKHOUSE_URL, or remove it to use the embedded engine.',
      'engine.refused': 'The event store cannot be opened: {{detail}}.',
      'engine.disk-full':
        'There is no space left on the disk of the event store. Free some space and try again: nothing was half-written.',
      'engine.memory':
        'This question needs more memory than Parcours allows itself. Narrow it, or start with PARCOURS_MEMORY=normal.',
      'mail.not-sent':
        'The mail could not be sent. Check PARCOURS_SMTP_URL and what the mail server says of it.',
      'webhook.bad-address':
        'Nothing is sent to “{{address}}”: give a whole address that begins with https:// or http://, without a password in it.',
      'webhook.refused':
        '{{address}} answered with the status {{status}} instead of taking what was sent. Look at its address and its rights.',
      'webhook.unreachable':
        '{{address}} did not answer in time. Check that it is up and reachable from this server.',
      'upload.interrupted': 'The file {{file}} did not arrive whole; nothing of it was kept. Send it again.',
      'media.not-recognised':
        'This is not a picture, a sound or a video that can be shown here. Send a PNG, JPEG, GIF or WebP picture, an MP3, M4A, WAV, OGG or FLAC sound, or an MP4 or WebM video.',
      'media.too-large':
        'This file is larger than {{megabytes}} MB. Make it smaller, or cut it, and send it again.',
      'media.interrupted': 'The file did not arrive whole; nothing of it was kept. Send it again.',
      'media.disk-full': 'There is no space left on the disk of the server; nothing of the file was kept.',
      'media.not-found': 'This picture, sound or video is no longer kept here.',
      'media.in-use':
        'A map shows this picture, sound or video, or showed it in a version that is kept: it was not deleted.',
      'upload.not-found': 'This uploaded file is no longer here: it is kept for one day. Send it again.',
      'request.wrong-host':
        'This address is not one of this server. Open Parcours at the address it printed when it started.',
      'request.wrong-origin': 'A page of another site may not read or write here.',
      'request.invalid': 'The request is not understood: {{details}}.',
      'request.not-found': 'There is nothing at this address.',
      'request.forbidden': 'Your role does not allow this.',
      'server.fault':
        'Something went wrong on the server; nothing was half-written. The log says what (reference {{reference}}).',
      'document.not-found': 'This document does not exist, or has been deleted.',
      'document.exists': 'There is already a document with this id.',
      'document.deleted': 'This document has just been deleted by someone else.',
      'document.forbidden': 'You may read this document, not change it.',
      'document.read-only': 'You may read this document, not change it.',
      'document.outdated-page':
        'This page is older than the server. Reload it: what you wrote is kept on this device.',
      'document.newer-version':
        'This document was written by a newer Parcours (version {{found}}; this one knows {{known}}). Update Parcours.',
      'document.other-version':
        'This page and the server do not speak of the same version of the document. Reload the page.',
      'document.invalid':
        'The file is not right: its field “{{field}}” is not what it should be ({{issue}}).',
      'document.invalid-change':
        'Nothing was changed: change number {{index}} is not right, at {{path}} ({{issue}}).',
      'document.invalid-update':
        'A change that this document cannot hold was refused; everybody else is unaffected. Reload the page.',
      'document.too-large': 'This would make the document too large. Nothing was changed.',
      'document.too-fast': 'Too many changes at once: the rest is sent in a moment.',
      'document.presence-too-large': 'What this page says of itself is too large.',
      'document.store-unavailable':
        'The document cannot be saved for the moment: what you write is kept on this device and sent as soon as possible.',
      'document.migration-failed':
        'This document could not be brought from version {{from}} to version {{to}}.',
      'document.not-an-export': 'This file is not a Parcours document. Choose a file that Parcours exported.',
      'document.not-loaded': 'The document is not open yet. Try again in a moment.',
      'document.version-not-found': 'This version does not exist, or is no longer kept.',
      'document.wrong-kind': 'This is a document of another kind ({{found}}), not {{expected}}.',
      'import.file-not-found': 'There is no file {{file}}. Check its name and folder.',
      'import.not-readable': 'The file {{file}} cannot be read. Check that you may open it.',
      'import.empty': 'The file {{file}} is empty. Export it again.',
      'import.header-only': 'The file {{file}} has a header and no row under it. Export it again, with data.',
      'import.not-a-table':
        'The file {{file}} is not a table that Parcours reads (CSV, TSV, XLSX, JSON Lines, XES, Parquet, also compressed with gzip).',
      'import.workbook-too-large':
        'The workbook {{file}} holds too much text to be opened whole. Save its sheet as CSV, and import that.',
      'import.spreadsheet-or-zip':
        'The file {{file}} is an old spreadsheet (XLS, ODS) or a ZIP archive. Save the sheet as XLSX or CSV, or take the file out of the archive, and import that.',
      'import.not-json-lines':
        'Line {{line}} of {{file}} is not a JSON object. Each line must be one object.',
      'import.not-parquet':
        'The file {{file}} cannot be read as Parquet: it is damaged or incomplete. Export it again.',
      'import.not-xes':
        'The file {{file}} stops being a readable XES log at line {{line}}. Export it again, or correct that line.',
      'import.xml-entities':
        'The file {{file}} declares XML entities (line {{line}}): such files can be traps and are refused. Remove the DOCTYPE and try again.',
      'import.truncated':
        'The compressed file {{file}} is cut off: its end is missing. Download or export it again.',
      'import.damaged': 'The compressed file {{file}} is damaged. Download or export it again.',
      'import.disk-full':
        'There is no space left on the disk while reading {{file}}. Free some space and try again: nothing of it was kept.',
      'import.interrupted':
        'The import of {{file}} was cut short when Parcours stopped: nothing of it is left. Import it again.',
      'import.nothing-set-aside': 'This import set no row aside.',
    },
  },
  fr: {
    problem: {
      'config.invalid':
        'Ces variables d’environnement ne vont pas\u202f; ce que chacune peut être\u202f: {{variables}}. Corrigez-les et relancez.',
      'port.taken':
        'Le port {{port}} est pris par un autre programme. Arrêtez-le, ou choisissez un autre port\u202f: PARCOURS_PORT=4748 npm start',
      'data.locked':
        'Le dossier de données {{folder}} est utilisé par un autre Parcours (processus {{pid}}). Arrêtez-le d’abord, ou donnez à celui-ci un autre dossier avec PARCOURS_DATA.',
      'data.unusable':
        'Le dossier de données {{folder}} est inutilisable\u202f: {{reason}}. Vérifiez qu’il existe, qu’on peut y écrire et qu’il reste de la place.',
      'postgres.unreachable':
        'PostgreSQL ne répond pas ({{reason}}). Vérifiez DATABASE_URL, ou retirez-la pour utiliser la base embarquée.',
      'postgres.too-old':
        'Ce PostgreSQL est en version {{found}}\u202f; Parcours demande la {{needed}} ou plus récente.',
      'postgres.folder-unusable':
        'La base embarquée de {{folder}} ne s’ouvre pas\u202f: {{reason}}. Restaurez le dossier depuis une sauvegarde, ou choisissez-en un autre avec PARCOURS_DATA.',
      'engine.unreachable':
        'Le serveur ClickHouse ne répond pas. Vérifiez CLICKHOUSE_URL, ou retirez-la pour utiliser le moteur embarqué.',
      'engine.refused': 'Le magasin d’événements ne s’ouvre pas\u202f: {{detail}}.',
      'engine.disk-full':
        'Il n’y a plus de place sur le disque du magasin d’événements. Libérez de l’espace et recommencez\u202f: rien n’est à moitié écrit.',
      'engine.memory':
        'Cette question demande plus de mémoire que Parcours ne s’en accorde. Réduisez-la, ou démarrez avec PARCOURS_MEMORY=normal.',
      'mail.not-sent':
        'L’e-mail n’a pas pu être envoyé. Vérifiez PARCOURS_SMTP_URL et ce que le serveur de messagerie en dit.',
      'webhook.bad-address':
        'Rien n’est envoyé à «\u202f{{address}}\u202f»\u202f: donnez une adresse entière, qui commence par https:// ou http://, sans mot de passe dedans.',
      'webhook.refused':
        '{{address}} a répondu par le statut {{status}} au lieu de prendre ce qui était envoyé. Vérifiez son adresse et ses droits.',
      'webhook.unreachable':
        '{{address}} n’a pas répondu à temps. Vérifiez qu’il est en marche et joignable depuis ce serveur.',
      'upload.interrupted':
        'Le fichier {{file}} n’est pas arrivé entier\u202f; rien n’en a été gardé. Envoyez-le à nouveau.',
      'media.not-recognised':
        'Ce n’est pas une image, un son ou une vidéo que l’on puisse montrer ici. Envoyez une image PNG, JPEG, GIF ou WebP, un son MP3, M4A, WAV, OGG ou FLAC, ou une vidéo MP4 ou WebM.',
      'media.too-large':
        'Ce fichier dépasse {{megabytes}}\u00a0Mo. Réduisez-le, ou coupez-le, puis envoyez-le de nouveau.',
      'media.interrupted':
        'Le fichier n’est pas arrivé entier\u202f; rien n’en a été gardé. Envoyez-le de nouveau.',
      'media.disk-full':
        'Il n’y a plus de place sur le disque du serveur\u202f; rien n’a été gardé du fichier.',
      'media.not-found': 'Cette image, ce son ou cette vidéo n’est plus gardé ici.',
      'media.in-use':
        'Une carte montre cette image, ce son ou cette vidéo, ou l’a montré dans une version gardée\u202f: rien n’a été supprimé.',
      'upload.not-found':
        'Ce fichier envoyé n’est plus là\u202f: il est gardé un jour. Envoyez-le à nouveau.',
      'request.wrong-host':
        'Cette adresse n’est pas celle de ce serveur. Ouvrez Parcours à l’adresse affichée à son démarrage.',
      'request.wrong-origin': 'Une page d’un autre site ne peut ni lire ni écrire ici.',
      'request.invalid': 'La demande n’est pas comprise\u202f: {{details}}.',
      'request.not-found': 'Il n’y a rien à cette adresse.',
      'request.forbidden': 'Votre rôle ne le permet pas.',
      'server.fault':
        'Un incident s’est produit sur le serveur\u202f; rien n’est à moitié écrit. Le journal dit quoi (référence {{reference}}).',
      'document.not-found': 'Ce document n’existe pas, ou a été supprimé.',
      'document.exists': 'Il y a déjà un document de cet identifiant.',
      'document.deleted': 'Ce document vient d’être supprimé par quelqu’un d’autre.',
      'document.forbidden': 'Vous pouvez lire ce document, pas le modifier.',
      'document.read-only': 'Vous pouvez lire ce document, pas le modifier.',
      'document.outdated-page':
        'Cette page est plus ancienne que le serveur. Rechargez-la\u202f: ce que vous avez écrit est gardé sur cet appareil.',
      'document.newer-version':
        'Ce document vient d’un Parcours plus récent (version {{found}}\u202f; celui-ci connaît la {{known}}). Mettez Parcours à jour.',
      'document.other-version':
        'La page et le serveur ne parlent pas de la même version du document. Rechargez la page.',
      'document.invalid':
        'Le fichier n’est pas correct\u202f: son champ «\u202f{{field}}\u202f» n’est pas ce qu’il devrait être ({{issue}}).',
      'document.invalid-change':
        'Rien n’a été changé\u202f: la modification numéro {{index}} n’est pas correcte, à {{path}} ({{issue}}).',
      'document.invalid-update':
        'Une modification que ce document ne peut pas contenir a été refusée\u202f; les autres ne sont pas touchés. Rechargez la page.',
      'document.too-large': 'Le document deviendrait trop grand. Rien n’a été changé.',
      'document.too-fast': 'Trop de modifications à la fois\u202f: la suite part dans un instant.',
      'document.presence-too-large': 'Ce que cette page dit d’elle-même est trop grand.',
      'document.store-unavailable':
        'Le document ne peut pas être enregistré pour le moment\u202f: ce que vous écrivez est gardé sur cet appareil et partira dès que possible.',
      'document.migration-failed':
        'Ce document n’a pas pu passer de la version {{from}} à la version {{to}}.',
      'document.not-an-export':
        'Ce fichier n’est pas un document de Parcours. Choisissez un fichier exporté par Parcours.',
      'document.not-loaded': 'Le document n’est pas encore ouvert. Réessayez dans un instant.',
      'document.version-not-found': 'Cette version n’existe pas, ou n’est plus conservée.',
      'document.wrong-kind': 'C’est un document d’une autre sorte ({{found}}), pas {{expected}}.',
      'import.file-not-found': 'Il n’y a pas de fichier {{file}}. Vérifiez son nom et son dossier.',
      'import.not-readable':
        'Le fichier {{file}} ne peut pas être lu. Vérifiez que vous avez le droit de l’ouvrir.',
      'import.empty': 'Le fichier {{file}} est vide. Exportez-le à nouveau.',
      'import.header-only':
        'Le fichier {{file}} a un en-tête et aucune ligne dessous. Exportez-le à nouveau, avec ses données.',
      'import.not-a-table':
        'Le fichier {{file}} n’est pas un tableau que Parcours sait lire (CSV, TSV, XLSX, JSON Lines, XES, Parquet, aussi compressés par gzip).',
      'import.workbook-too-large':
        'Le classeur {{file}} contient trop de texte pour être ouvert en entier. Enregistrez sa feuille en CSV, et importez celui-ci.',
      'import.spreadsheet-or-zip':
        'Le fichier {{file}} est un ancien classeur (XLS, ODS) ou une archive ZIP. Enregistrez la feuille en XLSX ou en CSV, ou sortez le fichier de l’archive, puis importez-le.',
      'import.not-json-lines':
        'La ligne {{line}} de {{file}} n’est pas un objet JSON. Chaque ligne doit être un objet.',
      'import.not-parquet':
        'Le fichier {{file}} n’est pas lisible comme Parquet\u202f: il est abîmé ou incomplet. Exportez-le à nouveau.',
      'import.not-xes':
        'Le fichier {{file}} cesse d’être un journal XES lisible à la ligne {{line}}. Exportez-le à nouveau, ou corrigez cette ligne.',
      'import.xml-entities':
        'Le fichier {{file}} déclare des entités XML (ligne {{line}})\u202f: de tels fichiers peuvent être des pièges et sont refusés. Retirez le DOCTYPE et recommencez.',
      'import.truncated':
        'Le fichier compressé {{file}} est coupé\u202f: sa fin manque. Téléchargez-le ou exportez-le à nouveau.',
      'import.damaged': 'Le fichier compressé {{file}} est abîmé. Téléchargez-le ou exportez-le à nouveau.',
      'import.disk-full':
        'Il n’y a plus de place sur le disque pendant la lecture de {{file}}. Libérez de l’espace et recommencez\u202f: rien n’en a été gardé.',
      'import.interrupted':
        'L’import de {{file}} a été interrompu quand Parcours s’est arrêté\u202f: il n’en reste rien. Importez-le à nouveau.',
      'import.nothing-set-aside': 'Cet import n’a mis aucune ligne de côté.',
    },
  },
} as const;
