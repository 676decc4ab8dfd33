using Modular.Contracts.Evaluation;
using Modular.Evaluation;
using Modular.Shared;
using Modular.Units;

namespace Modular.Tests;

/// <summary>A region that grades its units: an officer of the department, and a unit with its people (IM 23).</summary>
internal sealed class Grading
{
    public const string Address = "/api/evaluation/grades";

    /// <summary>The last year that is over.</summary>
    public required int LastYear { get; init; }

    public required App App { get; init; }

    public required Organisation Region { get; init; }

    public required Organisation Unit { get; init; }

    public required Client Officer { get; init; }

    public required Client Liaison { get; init; }

    public static async Task<Grading> In(App app)
    {
        var region = await app.NewRegion();
        var unit = await app.Unit(await app.Supervisor(region));
        return new Grading
        {
            App = app, Region = region, Unit = unit, LastYear = app.Clock.Today().Year - 1,
            Officer = await app.SignedIn("policyOfficer", await app.NewOffice(region)), Liaison = await app.SignedIn("liaison", unit),
        };
    }

    /// <summary>As published on the first day after the year.</summary>
    public static GradeFacts Facts(int year, Grade grade, string document = "Doc 5") => new(grade, "Science department", document, new DateOnly(year + 1, 1, 1));

    /// <summary>As published today, under the policy of today.</summary>
    public static EnterGrade Today(App app, Guid unit, Grade grade = Grade.Unqualified) =>
        new(unit, app.Clock.Today().Year - 1, Facts(app.Clock.Today().Year - 1, grade) with { DecidedOn = app.Clock.Today() });

    public Task<SavedGrade> Enter(Grade grade, int? year = null, Guid? unit = null, string document = "Doc 5") =>
        Officer.Post<SavedGrade>(Address, new EnterGrade(unit ?? Unit.Id, year ?? LastYear, Facts(year ?? LastYear, grade, document)));

    public async Task<GradeRow> Read(Client? by = null) => (await (by ?? Liaison).Get<Page<GradeRow>>(Address)).Items.First();

    /// <summary>From today the region restricts the purchases of unqualified units.</summary>
    public Task Restricts() => Officer.Sets("unqualifiedBlocks", 1, App.Clock.Today());
}
