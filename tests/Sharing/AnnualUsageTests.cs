using Modular.Contracts.Sharing;
using Modular.Instruments;
using Modular.Shared;
using Modular.Sharing;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sharing;

public class AnnualUsageTests(App app)
{
    // Declared is never mixed with recorded; which counts is told, and why.
    [Fact]
    public async Task What_counts_is_told_with_its_reason()
    {
        var liaison = await app.SignedIn("liaison");
        var (known, unknown) = ((await liaison.Registered()).Id, (await liaison.Registered()).Id);
        await liaison.Declare(2024, (known, 100, 10, 0));

        var answer = await app.Asking<IAnnualUsage, IReadOnlyDictionary<Guid, AnnualUsage>>(usage => usage.Of(2024, [known, unknown], CancellationToken.None));

        answer[known].ShouldBe(new AnnualUsage(known, 2024, new UsageFigure(100, 10), null, UsageSource.Declared, "no-records", 1));
        answer[known].Counting.ShouldBe(new UsageFigure(100, 10));
        answer[unknown].ShouldSatisfyAllConditions(u => u.Counts.ShouldBe(UsageSource.None), u => u.Why.ShouldBe("nothing-known"), u => u.Counting.ShouldBeNull());
    }

    [Fact]
    public void Where_there_are_records_they_count_and_the_declaration_stays_beside_them()
    {
        var declaration = new UsageDeclaration { InstrumentId = Guid.CreateVersion7(), Year = 2024, UnitId = Guid.CreateVersion7() };
        declaration.Declare(1500, 200, "Somebody", DateTimeOffset.UtcNow);

        var usage = AnnualUsages.Judge(declaration.InstrumentId, 2024, declaration, new UsageFigure(900, 50));

        (usage.Counts, usage.Why).ShouldBe((UsageSource.Recorded, "records-exist"));
        (usage.Declared, usage.Counting).ShouldBe((new UsageFigure(1500, 200), new UsageFigure(900, 50)));
    }
}
