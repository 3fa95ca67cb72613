# story: an answer that can be read in several ways is asked about, yes and no  tz: Europe/Berlin  now: 2026-11-20T10:00
> more
> [They came back after my no]
  < pushback.company ~ "I call this one A"
> Acme
  < pushback.reply
> They were cold on the phone and hung up on me
  < pushback.read-as ~ "not sure"
  < pushback.read [Yes, that is it] [No, something else]
> no
  < pushback.happened
> they try to change my mind
> guilt
  < pushback.read-as ~ "What happened: They put you under pressure"
  < pushback.still
> still open
  < assess.pushback ~ "your own date" ~ "answers every hurry"
  < pushback.next
> [Set my own date and limits]
  < reply.role
> skip
> 1 December
> skip
> Robin
> warm
  < drafts.recruiter-boundary
> [I sent it]
> they replied
  < menu.about.one [It is about another one]
  < pushback.reply
> [I'd rather choose]
> they ask me something
> [Why I decided so]
  < pushback.next
> [It is about another one]
  < pushback.company
> Globex
  < pushback.next
> [Say that my decision stands]
  < reply.to
