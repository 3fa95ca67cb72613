# story: the person moves to another continent; steps, looks back and hellos keep their clock time  tz: Europe/Berlin  now: 2026-11-20T10:00
> I only need the words to decline an offer
> 1
> 1
> Acme
> skip
> Visa or move
> skip
> skip
> Robin
> email
> warm
> [I sent it]
> perhaps
> skip
> [In 6 months]
> [Make the plan]
  < plan ~ "Settle when a move would suit you"
  = o1:plan-item:relocation 2026-12-18T10:00
> time zone
> America/Los_Angeles
  < conversation.zone-set
  = o1:plan-item:relocation 2026-12-18T10:00
  = o1:reconnect:1 2027-05-20T10:00
  = all:review:quarter 2027-02-20T10:00
# 10:00 in Berlin is one in the morning there: nothing comes yet.
@ 2026-11-23T10:00
@ 2026-11-23T19:00
  < reminders.plan-item
> plan
  < plan
