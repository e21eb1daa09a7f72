internal import ArgumentParser

/// The date on which ages are counted.
struct AgeOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Date or time in UTC on which ages are counted: 2026-11-24 or 2026-11-24T12:00:00Z. Now by default.",
            valueName: "time"),
        transform: DateOption.time)
    var at: String?

    /// The date that was given, else now.
    var time: String { at ?? Clock.now }
}
