resource "aws_iam_role" "flow" {
  name = "refund-flow"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "flow" {
  name = "calls"
  role = aws_iam_role.flow.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "dynamodb:UpdateItem", Resource = "*" }]
  })
}

resource "aws_sfn_state_machine" "flow" {
  name       = "refund"
  role_arn   = aws_iam_role.flow.arn
  definition = file("${path.module}/refund.asl.json")
}
