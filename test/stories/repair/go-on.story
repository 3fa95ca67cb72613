# story: "go on" asks again what is open and answers nothing, except where it is one of the answers  tz: Europe/London  now: 2026-11-20T09:30
> I had an interview at Globex and I'm not sure whether to withdraw
  < interviewed.settled
> go on
  < interviewed.settled ~ "Back to"
> doubt
  < interviewed.role
> Ok, continue please
  < interviewed.role ~ "Back to"
> Let’s carry on.
  < interviewed.role ~ "Back to"
> menu
  < menu.under-way
> carry on
  < interviewed.role
> pause
  < conversation.paused
> keep going
  < interviewed.role
