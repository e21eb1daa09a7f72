import Cataloging
import Compliance
import Testing

@Suite("The frameworks that are assessed only when named")
struct FurtherFrameworkTests {
    private let catalog: Catalog

    init() throws { catalog = try CatalogLoader.load(folders: []) }

    private func controls(_ id: String) throws -> [Control] {
        try #require(catalog.framework(FrameworkID(id))).controls
    }

    @Test("The three headline frameworks are the default, every other must be named")
    func defaults() {
        let headline = ["csa-maestro-1", "nist-ai-rmf-1.0", "owasp-asi-2026"]
        #expect(catalog.selectingDefaults.frameworks.map(\.id.rawValue) == headline)
        #expect(catalog.frameworks.count == 8)
        #expect(catalog.selectingDefaults.digest == catalog.digest)
    }

    @Test(
        "NIST AI 600-1 suggests so many actions per function",
        arguments: [("gv", 58), ("mp", 39), ("ms", 72), ("mg", 43)])
    func actions(function: String, count: Int) throws {
        let actions = try controls("nist-ai-600-1").filter { $0.kind == .control }
        #expect(actions.count { $0.id.item.hasPrefix(function + "-") } == count)
    }

    @Test("Each action stands under its subcategory, and each subcategory is one of the AI RMF")
    func subcategories() throws {
        let names = ["gv": "govern", "mp": "map", "ms": "measure", "mg": "manage"]
        for control in try controls("nist-ai-600-1") {
            let parts = control.id.item.split(separator: "-").map(String.init)
            switch control.kind {
            case .control:
                let parent = try #require(names[parts[0]]) + "-" + parts[1]
                #expect(control.parent == ControlID("nist-ai-600-1/\(parent)"), "\(control.id)")
            case .group:
                #expect(catalog.control(ControlID("nist-ai-rmf-1.0/\(control.id.item)")) != nil, "\(control.id)")
            default: #expect(control.parent == nil)
            }
        }
    }

    @Test("Mitigations of the NHI Top 10 stand under their risk, numbered without gaps")
    func mitigations() throws {
        let all = try controls("owasp-nhi-2025")
        for risk in all where risk.kind == .risk {
            let children = all.filter { $0.parent == risk.id }.map(\.id.item)
            #expect(children == (1...max(children.count, 1)).map { "\(risk.id.item).m\($0)" })
        }
    }

    @Test("Ids and titles are those of the publications", arguments: titles)
    func published(id: String, prefix: String, titles: [String]) throws {
        let risks = try controls(id).filter { $0.kind == .risk }
        #expect(risks.map(\.title) == titles)
        let padded = prefix == "llm"
        #expect(risks.map(\.id.item) == titles.indices.map { "\(prefix)\(padded && $0 < 9 ? "0" : "")\($0 + 1)" })
    }

    private static let titles: [(String, String, [String])] = [
        (
            "owasp-nhi-2025", "nhi",
            [
                "Improper Offboarding",
                "Secret Leakage",
                "Vulnerable Third-Party NHI",
                "Insecure Authentication",
                "Overprivileged NHI",
                "Insecure Cloud Deployment Configurations",
                "Long-Lived Secrets",
                "Environment Isolation",
                "NHI Reuse",
                "Human Use of NHI",
            ]
        ),
        (
            "owasp-llm-2025", "llm",
            [
                "Prompt Injection",
                "Sensitive Information Disclosure",
                "Supply Chain",
                "Data and Model Poisoning",
                "Improper Output Handling",
                "Excessive Agency",
                "System Prompt Leakage",
                "Vector and Embedding Weaknesses",
                "Misinformation",
                "Unbounded Consumption",
            ]
        ),
        (
            "owasp-llm-2026", "llm",
            [
                "Prompt Injection",
                "Sensitive Information Disclosure",
                "Excessive Agency",
                "Supply Chain",
                "Data and Model Poisoning",
                "Unbounded Consumption",
                "Misinformation",
                "Hidden Context Exposure",
                "Vector and Embedding Weaknesses",
                "Improper Output Handling",
            ]
        ),
        (
            "owasp-agentic-threats-1.1", "t",
            [
                "Memory Poisoning",
                "Tool Misuse",
                "Privilege Compromise",
                "Resource Overload",
                "Cascading Hallucination Attacks",
                "Intent Breaking & Goal Manipulation",
                "Misaligned & Deceptive Behaviors",
                "Repudiation & Untraceability",
                "Identity Spoofing & Impersonation / Agent Identity Compromise",
                "Overwhelming Human in the Loop",
                "Unexpected RCE and Code Attacks",
                "Agent Communication Poisoning",
                "Rogue Agents in Multi-Agent Systems",
                "Human Attacks on Multi-Agent Systems",
                "Human Manipulation",
                "Insecure Inter-Agent Protocol Abuse",
                "Supply Chain Compromise",
            ]
        ),
        (
            "nist-ai-600-1", "risk-2.",
            [
                "CBRN Information or Capabilities",
                "Confabulation",
                "Dangerous, Violent, or Hateful Content",
                "Data Privacy",
                "Environmental Impacts",
                "Harmful Bias and Homogenization",
                "Human-AI Configuration",
                "Information Integrity",
                "Information Security",
                "Intellectual Property",
                "Obscene, Degrading, and/or Abusive Content",
                "Value Chain and Component Integration",
            ]
        ),
    ]
}
