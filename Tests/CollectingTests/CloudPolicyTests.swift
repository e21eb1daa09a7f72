import Documents
import Testing

@testable import Collecting

@Suite struct CloudPolicyTests {
    private func node(_ text: String) throws -> Node { try Document(Array(text.utf8), as: .json).root }

    @Test(arguments: [
        (#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}"#, "privilege", "pattern", "broad"),
        (
            #"{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::123456789012:role/one"}"#, "write",
            "exact", "narrow"
        ),
        (
            #"{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::1:role/*"}"#, "privilege", "exact",
            "narrow"
        ),
        (#"{"Effect":"Allow","Action":["bedrock:*"],"Resource":"*"}"#, "destructive", "any", "broad"),
        (
            #"{"Effect":"Allow","Action":"bedrock:InvokeModel","Resource":"arn:aws:bedrock:a::m/b"}"#, "read", "exact",
            "narrow"
        ),
        (#"{"Effect":"Allow","Action":"ecr:GetAuthorizationToken","Resource":"*"}"#, "read", "pattern", "narrow"),
        (#"{"Effect":"Allow","Action":"lambda:Update*","Resource":"*"}"#, "arbitrary-code", "any", "broad"),
        (#"{"Effect":"Allow","Action":"secretsmanager:Get*","Resource":"arn:x"}"#, "secrets", "pattern", "narrow"),
        (#"{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"arn:x"}"#, "write", "exact", "narrow"),
        (#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#, "privilege", "any", "any"),
        (
            #"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/a":"b"}}}"#,
            "privilege", "pattern", "broad"
        ),
        (#"{"actions":["s3:GetObject"],"resources":["arn:aws:s3:::b/*"]}"#, "read", "exact", "narrow"),
    ])
    func statements(text: String, hazard: String, breadth: String, scope: String) throws {
        let statement = PolicyStatement(try node(text))
        #expect(statement.effect == "Allow")
        #expect(statement.hazard == hazard)
        #expect(statement.breadth == breadth)
        #expect(statement.scope == scope)
    }

    @Test func denialsWithdraw() throws {
        let deny = PolicyStatement(try node(#"{"Effect":"Deny","Action":"s3:*","Resource":"*"}"#))
        let allow = PolicyStatement(try node(#"{"Effect":"Allow","Action":["s3:DeleteObject"],"Resource":"*"}"#))
        let more = PolicyStatement(try node(#"{"Effect":"Allow","Action":["s3:Get*","sqs:*"],"Resource":"*"}"#))
        let some = PolicyStatement(
            try node(#"{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"a":"b"}}}"#))
        #expect(deny.withdraws(allow))
        #expect(!deny.withdraws(more))
        #expect(!some.withdraws(allow))
    }

    @Test(arguments: [
        (#"{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}"#, "anyone"),
        (
            #"{"Effect":"Allow","Principal":{"AWS":"*"},"Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}"#,
            "named"
        ),
        (#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"}}"#, "account"),
        (#"{"Effect":"Allow","Principal":{"Service":"bedrock.amazonaws.com"}}"#, "service"),
        (
            #"{"Effect":"Allow","Principal":{"Service":"bedrock.amazonaws.com"},"Condition":{"ArnLike":{"aws:SourceArn":"arn:x"}}}"#,
            "named"
        ),
        (#"{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"}}"#, "named"),
        (
            #"{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com"},"Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}}"#,
            "anyone"
        ),
        (
            #"{"Effect":"Allow","Principal":{"Federated":"arn:x"},"Condition":{"StringLike":{"a.test:sub":"repo:shop/web:*"}}}"#,
            "named"
        ),
        (#"{"principals":[{"type":"Service","identifiers":["bedrock-agentcore.amazonaws.com"]}]}"#, "service"),
    ])
    func trust(text: String, openTo: String) throws {
        #expect(TrustStatement(try node(text))?.openTo == openTo)
    }

    @Test func refusalsGiveNoTrust() throws {
        #expect(TrustStatement(try node(#"{"Effect":"Deny","Principal":"*"}"#)) == nil)
        #expect(TrustStatement(try node(#"{"Effect":"Allow"}"#)) == nil)
    }

    @Test(arguments: [
        ("500m", 0.5), ("2", 2), ("512Mi", 536_870_912), ("1Gi", 1_073_741_824), ("2g", 2_147_483_648), ("0.25", 0.25),
    ])
    func quantities(text: String, value: Double) {
        #expect(Quantity.value(Node(.string(text), at: .start)) == value)
    }

    @Test func megabytesOfCompose() {
        #expect(Quantity.bytes(Node(.string("512m"), at: .start)) == 536_870_912)
        #expect(Quantity.value(Node(.string("many"), at: .start)) == nil)
        #expect(Quantity.value(nil) == nil)
    }
}
