internal import Compliance

/// Colours for terminals that want them.
///
/// Every text from the assessment goes through `plain` first.
struct TerminalStyle {
    let color: Bool

    /// One line that cannot control the terminal.
    func plain(_ text: String) -> String { SafeText.line(text) }

    func bold(_ text: String) -> String { paint(text, "1") }
    func dim(_ text: String) -> String { paint(text, "2") }
    func accent(_ text: String) -> String { paint(text, "36") }

    /// A severity in its colour.
    func severity(_ severity: Severity) -> String {
        switch severity {
        case .critical: paint(severity.rawValue, "1;31")
        case .high: paint(severity.rawValue, "31")
        case .medium: paint(severity.rawValue, "33")
        case .low, .info: paint(severity.rawValue, "2")
        }
    }

    private func paint(_ text: String, _ code: String) -> String {
        color && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
