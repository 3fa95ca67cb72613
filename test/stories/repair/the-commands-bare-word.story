# story: the command's word without its slash leads to the menu where nothing is open, and answers a question that is  tz: Europe/Berlin  now: 2026-11-20T10:00
> decline
  < greeting.hello
  < greeting.privacy
  < menu.text
> Decline.
  < menu.text
> I got an offer from Acme
> decline
! conversation.not-understood
