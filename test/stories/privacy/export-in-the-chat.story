# story: export says first that it stays in the chat, then shows everything  tz: Europe/Berlin  now: 2026-11-20T16:00
> I got an offer from Acme Corp, they want an answer by November 27
  < offer.role
> Platform engineer
> export
  < export.ask [Show it here] [Go on]
> no
  < conversation.left-as-it-was
> export my data
  < export.ask
> [Show it here]
  < export.piece ~ "What Bowout keeps about you"
  < export.piece ~ "Acme Corp" ~ "Platform engineer"
  < export.piece ~ "the date you were given (A)"
  < export.end
