# story: nothing is known of the earlier talk, and the person wants no job at all  tz: Europe/Berlin  now: 2026-11-20T10:00
>
> more
> [I'd like to get back in touch]
  < reconnect.company ~ "I call this one A"
> Hooli
  < reconnect.toward
> no idea
  < reconnect.toward ~ "could not match"
> just to stay connected
  < reply.appreciation
> skip
> Mo
> Robin
  < reply.channel
> message
> brief
  < drafts.stay-in-touch ~ "stay connected"
! noted
