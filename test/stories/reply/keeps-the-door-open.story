# story: might need them later, so it is a not now  tz: Europe/Berlin  now: 2026-11-20T10:00
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
> I might need them later
  < before-no.end.later
  < reply.reason
  = o1:decided-not-sent:24h 2026-11-21T10:00
> a project I want to finish
  < reply.again
> 1 March 2027
> skip
> skip
> Robin
> warm
  < drafts.keep-option-open ~ "Monday, March 1, 2027" ~ "not to take this further for now"
> [I sent it]
  < drafts.sent.keep-option-open
