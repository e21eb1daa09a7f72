import Compliance

extension Sample {
    /// What a history knows of the two heaviest gaps: one that came back and is late, one whose risk is accepted.
    var records: [GapRecord] {
        [
            GapRecord(
                gap: GapID("G-0000000001"), openedAt: "2026-09-01T08:00:00Z", due: "2026-10-01", owner: text("ben"),
                ticket: text("https://tickets.example/SEC-7"), regressions: 1,
                notes: [
                    GapRecord.Note(
                        .note, at: "2026-09-08T10:00:00Z", by: text("ana"), text: text("waits for the vendor")),
                    GapRecord.Note(.done, at: "2026-09-20T10:00:00Z", by: text("ben"), text: text("asks now")),
                ]),
            GapRecord(gap: GapID("G-0000000002"), openedAt: "2026-11-01T08:00:00Z", due: "2026-11-10"),
        ]
    }

    /// The assessment with them.
    var tracked: Assessment { assessment.knowing(records) }
}
