public import Compliance
internal import Documents

/// Reads `waivers.yaml`: risks that somebody accepted, pinned to what was accepted.
public enum WaiverFile {
    private static let keys = ["gap", "check", "agent", "accepts", "approver", "reason", "expires_on", "accepted_on"]

    /// The waivers of a file, their standing not yet decided.
    ///
    /// - Throws: `CatalogProblems` for a malformed file: a waiver that cannot be read is not quietly left out.
    public static func read(_ bytes: [UInt8], path: String) throws -> [Waiver] {
        let root: Node
        do {
            root = try Document(bytes, as: .yaml).root
        } catch {
            let problem = CatalogProblem(path: path, position: error.position ?? .start, message: error.message)
            throw CatalogProblems(problems: [problem])
        }
        let top = Fields(root, path: path, keys: ["waivers"])
        if root.isObject && root["waivers"]?.isArray != true {
            top.complain("expected waivers: a list", at: top.position(of: "waivers"))
        }
        let waivers = (root["waivers"]?.elements ?? []).map { waiver($0, top) }
        guard top.problems.isEmpty else { throw CatalogProblems(problems: top.problems) }
        return waivers
    }

    private static func waiver(_ node: Node, _ parent: Fields) -> Waiver {
        let fields = Fields(node, path: parent.path, keys: keys)
        let gap = fields.optionalText("gap").map { GapID($0) }
        let check = fields.optionalText("check").map { CheckID($0) }
        let agent = fields.optionalText("agent").map { AgentID($0) }
        if gap == nil && (check == nil || agent == nil) {
            fields.complain("expected gap, or check and agent")
        }
        let accepts = fields.text("accepts")
        if accepts.count != 71 || !accepts.hasPrefix("sha256:") || !accepts.utf8.dropFirst(7).allSatisfy(isHexadecimal)
        {
            fields.complain(
                "expected accepts: sha256: and 64 hexadecimal digits, as `surety explain` gives it",
                at: fields.position(of: "accepts"))
        }
        for key in ["expires_on", "accepted_on"] where !isDate(fields.optionalText(key)) {
            fields.complain("expected \(key): a date of the form YYYY-MM-DD", at: fields.position(of: key))
        }
        let waiver = Waiver(
            gap: gap, check: check, agent: agent, accepts: accepts, approver: fields.text("approver"),
            reason: fields.text("reason"), expiresOn: fields.text("expires_on"),
            citation: Citation(
                artifact: parent.path, sha256: nil, line: node.position.line, column: node.position.column, pointer: nil
            ),
            standing: .lapsed("not reviewed"))
        parent.adopt(fields)
        return waiver
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    // Only the form: whether the day exists is decided where dates are compared.
    private static func isDate(_ text: String?) -> Bool {
        guard let text else { return true }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
}
