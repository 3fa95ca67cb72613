# story: a raise does not mend a reason that was not money  tz: Europe/London  now: 2026-11-20T09:30
>
  < menu.text
> [I have a counteroffer]
  < counteroffer.company
> Contoso
  < counteroffer.situation
> they made one
  < counteroffer.leaving
> no way to grow
  < counteroffer.pay
> £70k
  < counteroffer.promises ~ "£70,000"
> a new title in spring
  < counteroffer.written
> they say it will be
  < counteroffer.deadline
> skip
  < counteroffer.mends
> partly
  < counteroffer.lasting
> I can't tell
  < counteroffer.trust
> strained
  < counteroffer.path
> only better pay
  < counteroffer.whyNow
> they knew and waited
  < counteroffer.newJob
> I have signed
  < counteroffer.newMove
> [That's all I know]
  < counteroffer.limits
> A team of my own
  < conversation.summary ~ "A team of my own"
  < assess.counteroffer ~ "keeping to your resignation" ~ "More pay moves the same question to later" ~ "A team of my own" ~ "I am no lawyer"
  < counteroffer.decision
> [Keep to my resignation]
  < reply.reason
> no reason
  < reply.appreciation
> skip
  < reply.to
> Ms Hall
  < reply.me
> Sam Lee
  < reply.channel
> call
  < reply.register
> formal
  < drafts.decline-counteroffer [I made the call] [As an email]
> [I made the call]
  < drafts.called [Write the confirmation]
  = o1:confirm-call:1h 2026-11-20T10:30
@ 2026-11-20T10:31
  < reminders.confirm-call [Write it now]
> [Write it now]
  < drafts.follow-up-after-call ~ "Sam Lee" [I sent it]
> [I sent it]
  < drafts.sent.follow-up-after-call
