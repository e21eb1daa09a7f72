internal import Compliance
internal import Hashing

/// A CycloneDX document of attestations in the making.
struct CycloneDXDocument {
    let assessment: Assessment
    let index: AssessmentIndex
    let out: CycloneDXText
    let at: String

    init(_ index: AssessmentIndex, to out: CycloneDXText) {
        let assessment = index.assessment
        self.assessment = assessment
        self.index = index
        self.out = out
        at = OSCALValues.dateTime(assessment.at) ?? "1970-01-01T00:00:00Z"
    }

    func write() {
        let space = UUIDv5(
            namespace: UUIDv5(namespace: "6ba7b811-9dad-11d1-80b4-00c04fd430c8").uuid(
                "https://surety-tool.org/ns/cyclonedx/1.0"))
        let name =
            (assessment.system.map { [$0] } ?? [])
            + [assessment.evidenceDigest, assessment.catalog.digest, assessment.toolVersion, assessment.at]
            + out.version.mark
        out.document(serial: "urn:uuid:" + space.uuid(name.joined(separator: "\u{1F}"))) {
            metadata()
            if !assessment.agents.isEmpty { declarations() }
            definitions()
        }
    }

    private func metadata() {
        out.object("metadata") {
            out.text("timestamp", at)
            out.object("tools") {
                out.list("components", of: "component", [assessment.toolVersion], type: "application") { version in
                    out.text("name", "Surety")
                    out.text("version", version)
                }
            }
            out.properties(
                [
                    ("surety:evidence-sha256", assessment.evidenceDigest),
                    ("surety:catalog-sha256", assessment.catalog.digest),
                ] + (assessment.system.map { [("surety:system", $0)] } ?? []))
        }
    }

    private func declarations() {
        out.object("declarations") {
            out.list("assessors", of: "assessor", [CycloneDXRef.assessor], ref: { $0 }) { _ in
                out.flag("thirdParty", false)
                out.object("organization") {
                    out.text("name", "Surety, a program; its result rests on files and statements by people")
                }
            }
            attestations()
            if hasClaims { out.list("claims", of: "claim", claims, ref: \.ref) { write($0) } }
            let evidence = evidence
            if !evidence.isEmpty { out.list("evidence", of: "evidence", evidence, ref: \.ref) { write($0) } }
            out.object("targets") {
                out.list(
                    "components", of: "component", assessment.agents, ref: { CycloneDXRef.agent($0.id) },
                    type: "application"
                ) { agent in
                    out.text("name", agent.id.rawValue)
                    out.text("description", "\(agent.product), \(agent.kind). \(agent.purpose ?? "")")
                }
            }
        }
    }

    private func definitions() {
        guard !assessment.catalog.frameworks.isEmpty else { return }
        out.object("definitions") {
            out.list(
                "standards", of: "standard", assessment.catalog.frameworks, ref: { "standard:" + $0.id.rawValue }
            ) { framework in
                out.text("name", framework.title)
                out.text("version", framework.edition)
                out.text("description", "\(framework.licence). \(framework.attribution)")
                out.text("owner", framework.publisher)
                guard !framework.controls.isEmpty else { return }
                out.list("requirements", of: "requirement", framework.controls, ref: { CycloneDXRef.control($0.id) }) {
                    control in
                    out.text("identifier", control.id.item)
                    out.text("title", control.title)
                    out.text("text", control.statement)
                    out.text("parent", control.parent.map(CycloneDXRef.control))
                }
            }
        }
    }
}

/// References within the document.
enum CycloneDXRef {
    static let assessor = "assessor:surety"

    static func agent(_ agent: AgentID) -> String { safe("agent:\(agent)") }
    static func control(_ control: ControlID) -> String { safe("requirement:\(control)") }
    static func check(_ check: CheckID, _ agent: AgentID) -> String { safe("evidence:\(agent):\(check)") }
    static func statement(_ position: Int) -> String { "evidence:statement:\(position)" }
    static func waiver(_ position: Int) -> String { "evidence:waiver:\(position)" }

    /// White space would be lost in XML, and a reference with it.
    private static func safe(_ text: String) -> String {
        text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
            ? text : text + ":" + SHA256.hex(text).prefix(8)
    }
}
