# story: the log shows a decision with what was sent, and takes what they said  tz: America/New_York  now: 2026-11-18T11:00
> log
  < journal.log.none
> plan
  < plan.none
> confidence
  < confidence.none
> I only need the words to decline an offer
> 1
> 1
> Acme Corp
> skip
> Pay
> skip
> Ana
> Robin
> email
> brief
> [I sent it]
> not much
> skip
  < stay-in-touch.months [In 6 months] [In 9 months] [In 12 months]
> not at all
  < stay-in-touch.end.never
  < plan.offer
  = none o1:reconnect:1
> log
  < journal.log ~ "A, Acme Corp" ~ "declined" ~ "Reason given: Pay" ~ "Asked for a change: no" ~ "Interest in the future: low" [More on A] [Look back] [30-day plan]
> [More on A]
  < journal.entry ~ "Robin" ~ "Sent on Wednesday, November 18, 2026" [Note what they said]
> [Note what they said]
  < feedback.feedback
> They liked the portfolio.
  < feedback.end.done
> my career log
  < journal.log ~ "What they said: They liked the portfolio."
> [More on A]
  < journal.entry
> [Note what they said]
  < feedback.feedback
> skip
  < feedback.end.none
> what decisions have I made this year, I want to look back over them
  < journal.review
