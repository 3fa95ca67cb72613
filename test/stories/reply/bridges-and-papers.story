# story: afraid of burning bridges in one, and a visa under way in the other  tz: Europe/Berlin  now: 2026-11-20T10:00
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
> burning bridges
  < before-no.end.bridges ~ "said aloud once" ~ "whoever arranged it"
  < reply.reason
> pause
> I got an offer from Initech
> menu
> [I have an offer]
> Initech
> skip
> [That's all I know]
> away from it
> fits
> nothing at the moment
> mixed feelings
> nothing
> nothing falls short
> [Say no]
> the visa
  < before-no.end.papers ~ "tell your sponsor and your adviser at once" ~ "I am no lawyer"
  < reply.reason
