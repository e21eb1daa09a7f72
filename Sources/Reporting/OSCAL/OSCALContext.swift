internal import Compliance

/// What every OSCAL document about one assessment rests on, made once for all of them.
final class OSCALContext: Sendable {
    let index: AssessmentIndex
    let names: OSCALNames
    let parties: OSCALParties
    let artifacts: OSCALArtifacts
    /// Version of OSCAL that is written.
    let version: OSCALVersion
    /// Whether the documents stand in a package and name each other, not one alone.
    let isPackaged: Bool
    /// The moment of the assessment in OSCAL's form.
    let at: String

    private let tokens: [ControlID: String]

    var assessment: Assessment { index.assessment }

    init(_ index: AssessmentIndex, version: OSCALVersion, isPackaged: Bool) {
        let assessment = index.assessment
        self.index = index
        self.version = version
        self.isPackaged = isPackaged
        names = OSCALNames(system: assessment.system)
        parties = OSCALParties(assessment, names)
        artifacts = OSCALArtifacts(index, names)
        at = OSCALValues.dateTime(assessment.at) ?? "1970-01-01T00:00:00Z"
        var tokens: [ControlID: String] = [:]
        for framework in assessment.catalog.frameworks {
            let tree = ControlTree(framework)
            for control in framework.controls { tokens[control.id] = tree.token(control) }
        }
        self.tokens = tokens
    }

    /// The token that an item has in its catalog.
    func token(_ control: ControlID) -> String { tokens[control] ?? OSCALNames.token(control) }

    /// By what it was judged: the catalog, and the profile where there is one.
    var judged: String {
        assessment.catalog.digest + (assessment.catalog.tailoring.map { "/" + $0.profile.id.rawValue } ?? "")
    }

    /// The identifier of a document: another one whenever anything that it is made of is another.
    func identity(_ kind: String) -> String {
        names.uuid(
            kind, assessment.evidenceDigest, judged + version.mark, assessment.toolVersion, assessment.at)
    }

    /// Items of a framework that were held against any agent, in published order; headings have no verdict.
    ///
    /// Where there was no agent, nothing was, and what would have been is given.
    func reviewed(_ framework: Framework, _ held: Set<ControlID>) -> [ControlID] {
        framework.controls.filter { $0.kind != .group && (held.isEmpty || held.contains($0.id)) }.map(\.id)
    }

    /// The agents that something is open on, which the plan of action is about.
    var open: [AgentSummary] { assessment.agents.filter { !index.gaps(of: $0.id).isEmpty } }

    /// All items that were held against any agent.
    var held: Set<ControlID> { Set(index.classes.flatMap { $0.results.map(\.control) }) }
}
