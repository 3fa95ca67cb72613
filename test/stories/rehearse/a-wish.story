# story: the call asks for something, so the lines hold up a wish  tz: Europe/Berlin  now: 2026-11-20T10:00
> more
> [I only need the words]
> ask them for something
> ask for a change
> Acme
> skip
> no reason
> two days at home each week
> skip
> skip
> Robin
> phone
> warm
  < drafts.negotiate [Rehearse the call]
> practice the call
  < rehearse.why
> [Give me a line]
  < rehearse.heard ~ "It would let me say yes"
> skip
  < rehearse.hurry
> skip
> It would be the one thing that matters to me.
  < rehearse.heard ~ "That holds"
  < rehearse.silence
> [Give me a line]
  < rehearse.heard ~ "take the time you need"
  < rehearse.end.done
! ~ "My decision stands"
