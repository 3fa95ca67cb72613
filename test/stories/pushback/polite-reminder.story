# story: a polite reminder of the date feels like pressure and is none  tz: Europe/Berlin  now: 2026-11-20T10:00
> words only please
> more
> [I only need the words]
  < reply.family
> [A yes, or time to decide]
> [Ask for more time]
  < reply.company
> Acme
  < reply.reason
> to read the contract
  < reply.until
> November 30
  < reply.appreciation
> skip
> skip
> Robin
> email
> formal
  < drafts.ask-for-time
> [I sent it]
  < drafts.sent.ask-for-time [They answered]
> [They answered]
  < pushback.reply
> Dear Robin, thank you for your message. As agreed, we kindly remind you that we need your answer by Friday, 27 November, and are unable to extend it. Kind regards, Ana
  < pushback.read-as ~ "They keep to their date"
  < assess.pushback ~ "A reminder of it is no pressure"
  < pushback.next [Go through it again with me] [Accept it] [Say no]
> [Say no]
  < before-no.worry
> skip
  < reply.role
! ~ "under pressure"
