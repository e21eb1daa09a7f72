/// What the files of a set-up say.
enum SetupText {
    static let waivers = """
        # Risks that somebody answers for. Each is pinned to what was accepted, and ends on a date.
        # `surety explain GAP .` gives the digest for `accepts`.
        waivers: []
        #  - gap: G-0000000000
        #    accepts: sha256:0000000000000000000000000000000000000000000000000000000000000000
        #    approver: who answers for it
        #    reason: why it is acceptable until then
        #    accepted_on: 2026-01-31
        #    expires_on: 2026-06-30

        """

    static let preCommit = """
        repos:
          - repo: local
            hooks:
              - id: surety
                name: what the agents of this repository may do
                entry: surety gaps . --severity high --fail-on high
                language: system
                pass_filenames: false
                always_run: true

        """

    static let workflow = """
        name: surety
        on:
          pull_request:
          push:
            branches: [main]
        permissions:
          contents: read
        jobs:
          assess:
            runs-on: ubuntu-24.04
            timeout-minutes: 30
            steps:
              - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
                with: { persist-credentials: false }
              # Where your copy of Surety is, and the commit of it that you reviewed.
              - uses: OWNER/surety@COMMIT
                with:
                  paths: .
                  fail-on: high

        """

    static let ignored = """
        output/

        """
}
