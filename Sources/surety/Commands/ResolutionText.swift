internal import Cataloging
internal import Compliance
internal import Documents
internal import Reporting

/// What a reference means, for people and for programs.
struct ResolutionText {
    private let resolution: Resolution
    private let catalog: Catalog

    init(_ resolution: Resolution, _ catalog: Catalog) {
        self.resolution = resolution
        self.catalog = catalog
    }

    /// A line with the outcome, and one for each candidate and warning.
    var plain: String {
        let reference = PlainText.oneLine(resolution.reference)
        let warnings = resolution.warnings.map { "  warning: \(PlainText.oneLine($0))" }
        return ([head(reference)] + details + warnings).joined(separator: "\n")
    }

    private func head(_ reference: String) -> String {
        switch resolution.outcome {
        case .resolved(let target): "\(reference): \(target)  \(title(target))"
        case .ambiguous: "\(reference): ambiguous"
        case .unknown(let reason, _): "\(reference): unknown; \(PlainText.oneLine(reason))"
        case .retired(let reason, _): "\(reference): retired; \(PlainText.oneLine(reason))"
        }
    }

    private var details: [String] {
        switch resolution.outcome {
        case .resolved: []
        case .ambiguous(let targets): targets.map { "  candidate: \($0)  \(title($0))" }
        case .unknown(_, let nearest), .retired(_, let nearest): nearest.map { "  nearest: \($0)  \(title($0))" }
        }
    }

    /// One JSON object.
    var json: String {
        var members = ["\"reference\":\(JSONQuote.quoted(resolution.reference))"]
        switch resolution.outcome {
        case .resolved(let target):
            members += ["\"outcome\":\"resolved\"", "\"item\":\(object(target))"]
        case .ambiguous(let targets):
            members += ["\"outcome\":\"ambiguous\"", "\"candidates\":\(array(targets.map(object)))"]
        case .unknown(let reason, let nearest):
            members += [
                "\"outcome\":\"unknown\"", "\"reason\":\(JSONQuote.quoted(reason))",
                "\"nearest\":\(array(nearest.map(object)))",
            ]
        case .retired(let reason, let nearest):
            members += [
                "\"outcome\":\"retired\"", "\"reason\":\(JSONQuote.quoted(reason))",
                "\"nearest\":\(array(nearest.map(object)))",
            ]
        }
        members.append("\"warnings\":\(array(resolution.warnings.map(JSONQuote.quoted)))")
        return "{\(members.joined(separator: ","))}"
    }

    private func array(_ elements: [String]) -> String { "[\(elements.joined(separator: ","))]" }

    private func object(_ target: ReferenceTarget) -> String {
        "{\"id\":\(JSONQuote.quoted(target.description)),\"title\":\(JSONQuote.quoted(title(target)))}"
    }

    private func title(_ target: ReferenceTarget) -> String {
        switch target {
        case .framework(let id): catalog.framework(id)?.title ?? ""
        case .control(let id): catalog.control(id)?.title ?? ""
        case .check(let id): catalog.check(id)?.title ?? ""
        }
    }
}
