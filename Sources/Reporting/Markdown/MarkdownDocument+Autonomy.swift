internal import Compliance

extension MarkdownDocument {
    private static let keptPlaces = 3

    /// Writes how autonomous each agent may be, and whether its guardrails match that.
    func autonomy() {
        heading(2, "Autonomy")
        paragraph(
            "An autonomous agent chooses its actions, their sequence, its tools and its timing at run time, without a "
                + "person's approval. The more of these freedoms its configuration leaves it, the more its guardrails must "
                + "carry. A typical mistake is to run such an agent like a service account, with broad and standing "
                + "credentials.")
        sayWhatIsLeftOut()
        overview()
        for agent in kept {
            heading(3, MarkdownText.code(agent.id.rawValue))
            guard let profile = index.profiles[agent.id] else {
                paragraph("No profile was made of it.")
                continue
            }
            paragraph("Class **\(profile.autonomy.rawValue)**\(remainder(profile.autonomy)).")
            if let observed = profile.observed {
                let shown = places(observed.citations, limit: Self.keptPlaces)
                paragraph(
                    "Seen in its logs: **\(observed.autonomy.rawValue)**, \(MarkdownText.prose(observed.because))"
                        + (shown.isEmpty ? "" : " (\(shown))") + ". \(MarkdownText.prose(observed.sentence)).")
            }
            // The gate is asked for twice, as a fact and as a guardrail; one answer is enough.
            let approvals = AutonomyProfile.Guardrail.approvals.question
            let answers = profile.answers.filter { $0.question != approvals || $0.answer != profile.gate }
            let known = answers.filter { $0.answer?.holds != nil }
            let unknown = answers.filter { $0.answer?.holds == nil }
            list(
                known.map { _, question, answer in
                    let shown = places(answer?.citations ?? [], limit: Self.keptPlaces)
                    return "\(question): **\(answer?.word ?? "")**, \(MarkdownText.prose(answer?.because ?? ""))"
                        + (shown.isEmpty ? "" : " (\(shown))")
                }
                    + unknown.map { _, question, answer in
                        "\(question): not known" + (answer.map { ", \(MarkdownText.prose($0.because))" } ?? "")
                    })
        }
    }

    private func overview() {
        let guardrails = AutonomyProfile.Guardrail.allCases
        table(
            ["Agent", "Class"] + guardrails.map(\.question) + ["Runs like a service account"],
            kept.compactMap { agent in
                index.profiles[agent.id].map { profile in
                    [MarkdownText.code(agent.id.rawValue), profile.autonomy.rawValue]
                        + guardrails.map { profile.guardrails[$0]?.word ?? "not known" } + [profile.misapplied.word]
                }
            })
    }

    /// Places as `file:line:column`, and how many more there are.
    func places(_ citations: [Citation], limit: Int) -> String {
        var seen: Set<String> = []
        let places = citations.map(\.place).filter { seen.insert($0).inserted }
        let shown = places.prefix(limit).map(MarkdownText.code)
        let rest = places.count - shown.count
        return (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: ", ")
    }

    private func remainder(_ autonomy: AutonomyProfile.Class) -> String {
        String(autonomy.sentence.drop { $0 != ":" })
    }
}
