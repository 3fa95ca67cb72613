# story: arguments without terms, pasted during a pause; nearly persuaded, then a date instead  tz: Europe/Berlin  now: 2026-11-20T10:00
> more
> [I only need the words]
> a no
> [No to an offer]
> Acme
> skip
> no reason
> skip
> Ana
> Robin
> [By email]
> warm
> [I sent it]
  < stay-in-touch.interest
> pause
  < conversation.paused
> Hi Robin, are you sure? I honestly believe you would love it here, and the team was so excited about you. Please reconsider your decision. Ana
  < menu.about.one ~ "A (Acme)"
  < pushback.read-as ~ "They try to change your mind"
  < pushback.would ~ "and mean it"
> why
  < pushback.steps.would.why ~ "remember that"
  < pushback.would
> I don't know
  < assess.pushback ~ "A short line with a date"
  < pushback.next [Say by when I will answer] [Name the one change that would do] [Close the exchange for good]
> [Say by when I will answer]
  < reply.until
> December 1
  < drafts.hold ~ "December 1, 2026"
> [I sent it]
  = o1:personal-deadline:at 2026-12-01T09:00
