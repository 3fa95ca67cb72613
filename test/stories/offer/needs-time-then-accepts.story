# story: too little seen, asks for time, is away for three weeks, comes back and accepts  tz: America/New_York  now: 2026-11-23T09:30
> offer from Globex, they need to know by Friday
  < conversation.summary
> [That's all I know]
> forward
> fits
> my present job
> better
> I have seen too little
> nothing
> none
  < assess.offer ~ "something that matters is still open"
  < offer.decision
> ask for more time
  < reply.reason
> to talk it over at home
  < reply.until
> last Tuesday
  < reply.until ~ "has passed already"
> December 2
  < reply.appreciation ~ "Wednesday, December 2"
> the way you explained the team
> Ms Lee
> Jo
> email
> formal
  < drafts.ask-for-time ~ "Ms Lee" ~ "Wednesday, December 2"
> [I sent it]
  < drafts.sent.ask-for-time
@ 2026-12-14T10:00
> hello
  < menu.text
> list
  < menu.list ~ "A: Globex"
> menu
> something else
> I only need the words
  < reply.family
! ~ "{{"
