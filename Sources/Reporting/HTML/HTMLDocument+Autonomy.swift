internal import Compliance

extension HTMLDocument {
    private static let keptPlaces = 5

    /// Writes how autonomous each agent may be, and whether its guardrails match that.
    func autonomy() {
        paragraph(
            "An autonomous agent chooses its actions, their sequence, its tools and its timing at run time, without a "
                + "person's approval. The more of these freedoms its configuration leaves it, the more its guardrails must "
                + "carry. A typical mistake is to run such an agent like a service account, with broad and standing "
                + "credentials.")
        sayWhatIsLeftOut()
        for agent in kept {
            html.element("article", ["class": "agent", "id": anchors.agents[agent.id]]) {
                html.element("h3") { code(agent.id.rawValue) }
                if let profile = index.profiles[agent.id] {
                    self.profile(profile)
                } else {
                    paragraph("No profile was made of it.")
                }
            }
        }
    }

    private func observed(_ observed: ObservedAutonomy) {
        html.element("p") {
            html.write("Seen in its logs: ")
            html.inline("strong", text: observed.autonomy.rawValue)
            html.write(", \(observed.because)")
            let shown = places(observed.citations, limit: Self.keptPlaces)
            if !shown.isEmpty {
                html.write(" (")
                joined(shown)
                html.write(")")
            }
            html.write(". \(observed.sentence).")
        }
    }

    private func profile(_ profile: AutonomyProfile) {
        html.element("p") {
            html.write("Class ")
            html.inline("strong", text: profile.autonomy.rawValue)
            html.write(String(profile.autonomy.sentence.drop { $0 != ":" }) + ".")
        }
        if let observed = profile.observed { self.observed(observed) }
        HTMLProfile(html: html, profile: profile).draw()
        table("Autonomy profile", ["Question", "Subject", "Answer", "Because", "Where"], profile.answers) { entry in
            [
                plain(entry.question), plain(entry.group), plain(entry.answer?.word ?? "not known"),
                said(entry.answer?.because ?? ""),
                { joined(places(entry.answer?.citations ?? [], limit: Self.keptPlaces)) },
            ]
        }
    }
}
