# story: a feeling is asked about first; three weeks later it is a fact, and two sentences end it  tz: America/New_York  now: 2026-11-20T10:00
> I had an interview at Initech yesterday and I have doubts
  < conversation.summary ~ "Initech"
  < interviewed.settled
> no, I'm in doubt
  < interviewed.role
> Analyst
  < interviewed.contract
> with an agency or umbrella company
  < interviewed.pay
> 60 to 70 thousand
  < interviewed.reporting ~ "60,000 to 70,000"
> the head of data
  < interviewed.place
> Chicago, they "will sort out" the visa
  < interviewed.deadline
> skip
  < interviewed.felt
> they avoided my question\nthe team seemed tired
  < interviewed.doubt
> the visa
  < interviewed.sure
> just a feeling
  < interviewed.weight
> it ends there
  < interviewed.year
> closer to what I want
  < interviewed.three
> closer
  < interviewed.move
> it stayed vague
  < interviewed.leaving
> a real chance
  < interviewed.staying
> little
  < interviewed.mend
> nobody has asked
  < conversation.summary
  < interviewed.two-lists ~ "What weighs most stands among the feelings" ~ "Contract: With an agency" ~ "Pay named: 60,000 to 70,000" ~ "they avoided my question"
  < assess.interviewed ~ "the worry is not a fact yet" ~ "Feelings are worth a question" ~ "If they confirmed it, I would lean towards withdrawing" ~ "changes tax, benefits" ~ "An immigration adviser"
  < interviewed.decision [Withdraw] [Ask first, then decide] [Go on with it] [Whom to ask]
> [Whom to ask]
  < bring-in ~ "Those who live with you" ~ "for your own work or school" ~ "An adviser for visas"
  < interviewed.decision
> wait
  < interviewed.questions ~ "Do you sponsor a visa" ~ "housing, language and permits" ~ "With whom would I sign"
  < decide-by.date
> Friday next week
  < decide-by.end.done
  = o1:personal-deadline:at 2026-11-27T09:00
@ 2026-12-11T10:00
  < reminders.personal-deadline ~ "About A" [Look at it now]
  < reminders.personal-deadline
> [Look at it now]
  < conversation.summary ~ "How I know: It is a feeling so far"
  < interviewed.decision
> change how I know to they told me
  < interviewed.two-lists ~ "First what was said or written"
  < assess.interviewed ~ "this points to withdrawing now" ~ "they told you so themselves"
  < interviewed.decision ~ "Changed. How I know: They said it or wrote it"
> [Withdraw]
  < interviewed.manner
> two sentences
  < before-no.worry
> a visa or a move is under way
  < before-no.end.papers ~ "tell your sponsor and your adviser at once"
  < reply.reason [Visa or move] [The kind of contract]
> visa
  < reply.to
> skip
  < reply.me
> Robin
  < reply.channel [By email] [As a short message]
> email
  < drafts.withdraw-short ~ "withdraw from the process, as a relocation does not fit my situation" ~ "Robin"
> [I sent it]
  < drafts.sent.withdraw-short
  < stay-in-touch.interest
> list
  < menu.list ~ "A: Initech, withdrawn"
! reply.register
! ~ "agency in"
