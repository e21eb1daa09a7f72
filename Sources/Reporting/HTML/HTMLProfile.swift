internal import Compliance

/// The autonomy profile of an agent as a drawing: what it may choose, who stands before it, what holds it.
struct HTMLProfile {
    let html: HTMLText
    let profile: AutonomyProfile

    /// Draws it, the answers as signs as well as colours.
    func draw() {
        html.element("svg", ["class": "profile", "viewBox": "0 0 640 176", "role": "img", "aria-label": words]) {
            text("head", 12, 18, "It may choose")
            for (position, freedom) in AutonomyProfile.Freedom.allCases.enumerated() {
                lamp(12, 30 + position * 28, 190, freedom.rawValue, profile.freedoms[freedom], goodIs: false)
            }
            text("head", 232, 18, "A person stands before")
            gate()
            text("head", 428, 18, "Guardrails")
            for (position, guardrail) in AutonomyProfile.Guardrail.allCases.enumerated() {
                lamp(
                    428, 30 + position * 28, 200, guardrail.rawValue.replacing("-", with: " "),
                    profile.guardrails[guardrail], goodIs: true)
            }
        }
    }

    private var words: String {
        let answers = profile.answers.map { "\($0.question): \($0.answer?.word ?? "not known")" }
        return "Autonomy class \(profile.autonomy.rawValue). \(answers.joined(separator: ". "))."
    }

    /// A closed bar when a person is asked, an open one when nobody is.
    private func gate() {
        let look = Self.look(profile.gate, goodIs: true)
        html.empty("path", ["class": "flow", "d": "M206 84H250M378 84H422"])
        html.empty("rect", ["class": "lamp \(look)", "x": "256", "y": "42", "width": "116", "height": "84", "rx": "6"])
        text("sign", 314, 80, Self.sign(profile.gate), anchor: "middle")
        text("label", 314, 104, "asked: \(profile.gate.word)", anchor: "middle")
        let misapplied = Self.look(profile.misapplied, goodIs: false)
        html.empty("circle", ["class": "lamp \(misapplied)", "cx": "252", "cy": "152", "r": "9"])
        text("small", 252, 156, Self.sign(profile.misapplied), anchor: "middle")
        text("label", 266, 156, "as a service account")
    }

    private func lamp(
        _ x: Int, _ y: Int, _ width: Int, _ label: String, _ answer: AutonomyProfile.Answer?, goodIs: Bool
    ) {
        let look = Self.look(answer, goodIs: goodIs)
        html.empty(
            "rect",
            [
                "class": "pill \(look)", "x": String(x), "y": String(y), "width": String(width), "height": "23",
                "rx": "11",
            ])
        html.empty("circle", ["class": "lamp \(look)", "cx": String(x + 12), "cy": String(y + 11), "r": "9"])
        text("small", x + 12, y + 15, Self.sign(answer), anchor: "middle")
        text("label", x + 28, y + 16, label)
    }

    private func text(_ look: String, _ x: Int, _ y: Int, _ content: String, anchor: String? = nil) {
        html.element("text", ["class": look, "x": String(x), "y": String(y), "text-anchor": anchor], text: content)
    }

    private static func sign(_ answer: AutonomyProfile.Answer?) -> String {
        answer?.holds.map { $0 ? "✓" : "✕" } ?? "?"
    }

    /// A freedom that it has and a guardrail that is missing have the same colour: both ask for care.
    private static func look(_ answer: AutonomyProfile.Answer?, goodIs: Bool) -> String {
        answer?.holds.map { $0 == goodIs ? "good" : "care" } ?? "unknown"
    }
}
