internal import Compliance

/// The gap that stands for the entry of the report that a gap is part of.
struct GroupHeads {
    private let heads: [GapID: GapID]
    private let questions: [ControlID: GapID]

    init(_ assessment: Assessment) { self.init(assessment, CauseGroup.all(in: assessment)) }

    /// Those of groups that are known: a report puts gaps together once.
    init(_ assessment: Assessment, _ groups: [CauseGroup]) {
        var heads: [GapID: GapID] = [:]
        for group in groups {
            for part in group.parts {
                for gap in part.gaps { heads[gap.id] = group.head.id }
            }
        }
        self.heads = heads
        var first: [ControlID: OpenQuestion] = [:]
        for question in assessment.questions where first[question.control] == nil { first[question.control] = question }
        questions = first.mapValues { assessment.id(of: $0) }
    }

    /// The head of a gap's group; of a question to people the first that asks the same.
    func head(of gap: Gap) -> GapID {
        let asked = gap.cause == .missingStatement ? gap.controls.first.flatMap { questions[$0] } : nil
        return asked ?? heads[gap.id] ?? gap.id
    }
}
