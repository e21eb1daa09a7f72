internal import Compliance

/// A verdict in the words of the framework's own items: a risk is exposed, an outcome is shown, a control is met.
enum Reading: CaseIterable, Hashable {
    case shown, partly, failed, open, notApplicable

    init(_ result: ControlResult?) {
        switch (result?.verdict, result?.extent) {
        case (.satisfied, _): self = .shown
        case (.notSatisfied, _): self = .failed
        case (.undetermined, .partial), (.undetermined, .full): self = .partly
        case (.notApplicable, _): self = .notApplicable
        // Silence is never "met": an item without a result is as open as one without evidence.
        case (.undetermined, _), (nil, _): self = .open
        }
    }

    /// The verdict's words for an item of a kind.
    func words(for kind: Control.Kind) -> String {
        switch (self, kind) {
        case (.shown, .risk): "mitigation shown"
        case (.partly, .risk): "mitigation partly shown"
        case (.failed, .risk): "exposed"
        case (.shown, .control): "met"
        case (.partly, .control): "partly met"
        case (.failed, .control): "not met"
        case (.shown, _): "shown"
        case (.partly, _): "partly shown"
        case (.failed, _): "not shown"
        case (.open, _): "not assessed"
        case (.notApplicable, _): "not applicable"
        }
    }
}

extension Control.Kind {
    /// How a framework's items of this kind are counted.
    func noun(in framework: Framework) -> String {
        switch self {
        case .risk: "risks"
        case .outcome: "outcomes"
        case .control: framework.id.rawValue.hasPrefix("owasp-") ? "guidelines" : "controls"
        case .group: "groups"
        }
    }
}
