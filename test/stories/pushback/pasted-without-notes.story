# story: better terms for someone who comes to the coach only now  tz: Europe/Berlin  now: 2026-11-20T10:00
> more
> [They came back after my no]
> Acme
  < pushback.reply
> Good news Robin, we can raise the base salary to 95,000 euros and add two remote days.
  < pushback.read-as ~ "They offer better terms"
  < pushback.meets
> no
  < pushback.would
> yes
  < assess.pushback ~ "naming the one change"
> [Name the one change that would do]
  < reply.ask
> four days a week
  < reply.until
> 1 December
  < reply.appreciation
> skip
> skip
> Robin
> warm
  < drafts.name-the-change ~ "four days a week" ~ "December 1"
! noted
