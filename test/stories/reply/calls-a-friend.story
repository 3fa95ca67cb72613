# story: the recruiter is a friend, so it is a call  tz: Europe/Berlin  now: 2026-11-20T10:00
> I got an offer from Acme
> skip
> [That's all I know]
> away from it
> fits
> nothing at the moment
> mixed feelings
> nothing
> nothing falls short
> [Say no]
> I know them personally
  < before-no.end.friend
> skip
> no reason
> skip
> Mo
> Robin
  < reply.register
> warm
  < drafts.decline-offer ~ "Before you call" [Rehearse the call] [Nobody answers]
> [Nobody answers]
  < drafts.decline-offer
! reply.channel
