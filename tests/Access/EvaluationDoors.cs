using System.Collections.Concurrent;
using Modular.Contracts.Evaluation;
using Modular.Evaluation;
using static Modular.Tests.Access.Probes;

namespace Modular.Tests.Access;

static class EvaluationDoors
{
    const string Prefix = Grading.Address;

    public static IEnumerable<Door> All =>
    [
        new($"GET {Prefix}",
            Rows(Kind.Grade, $"{Prefix}?size=200"),
            FirstRow(Kind.Grade, "count", Kind.Nothing, _ => $"{Prefix}?size=1", (_, _) => true),
            Rows(Kind.Grade, "query", Kind.Unit, t => $"{Prefix}?size=200&unitId={t.Key}", (grade, unit) => grade.Owner.ToString() == unit.Key),
            Rows(Kind.Grade, "search", Kind.Grade, t => $"{Prefix}?size=200&search={t.Marker}", (grade, wanted) => grade.Marker == wanted.Marker)),
        new($"GET {Prefix}/export",
            Rows(Kind.Grade, $"{Prefix}/export?format=csv") with { Counted = false },
            Rows(Kind.Grade, "query", Kind.Unit, t => $"{Prefix}/export?unitId={t.Key}", (grade, unit) => grade.Owner.ToString() == unit.Key) with { Counted = false }),
        new($"POST {Prefix}", One("body", Kind.Unit, "", t => Send(HttpMethod.Post, Prefix, Entered(t)))),
        new($"PUT {Prefix}/{{gradeId:guid}}",
            One("path", Kind.Grade, "Open", t => Send(HttpMethod.Put, $"{Prefix}/{t.Key}", new CorrectGrade(Facts(t.Marker), "as printed", t.Version))) with { WrongStates = ["Withdrawn"] }),
        new($"POST {Prefix}/{{gradeId:guid}}/rectification",
            One("path", Kind.Grade, "Open", t => Send(HttpMethod.Post, $"{Prefix}/{t.Key}/rectification", new AcceptRectification(new DateOnly(2026, 1, 2), "inspected", t.Version))) with { WrongStates = ["Withdrawn"] }),
        new($"POST {Prefix}/{{gradeId:guid}}/withdraw",
            One("path", Kind.Grade, "Open", t => Send(HttpMethod.Post, $"{Prefix}/{t.Key}/withdraw", new WithdrawGrade("not theirs", t.Version))) with { WrongStates = ["Withdrawn"] }),
    ];

    public static GradeFacts Facts(string document) => new(Grade.Unqualified, "Department", document, new DateOnly(2026, 1, 1));

    static readonly ConcurrentDictionary<string, int> Asked = new(StringComparer.Ordinal);

    // A unit has one grade a year: each request asks for another.
    static EnterGrade Entered(Target unit) => new(unit.Id, GradeFactsRules.FirstYear + Asked.AddOrUpdate(unit.Key, 0, (_, before) => before + 1) % 30, Facts("Doc"));
}
