namespace Modular.Instruments;

/// <summary>What is written down about a repair 维修记录 (I-4).</summary>
/// <param name="Until">The last day; none while it is going on.</param>
/// <param name="Fault">故障现象.</param>
/// <param name="Work">处理情况: what was done.</param>
/// <param name="DoneBy">维修人员或厂商: by whom of the unit, or which supplier.</param>
/// <param name="CostFen">维修费用.</param>
/// <param name="AttachmentId">One of the instrument's documents: a report, an invoice.</param>
internal sealed record RepairFacts(DateOnly From, DateOnly? Until, string Fault, string? Work, string? DoneBy, long? CostFen, Guid? AttachmentId);

/// <summary>One entry of an instrument's repair log. Corrected while it stands; a wrong one is struck out and stays to be read.</summary>
internal sealed class Repair
{
    public const int LongestFault = 500;
    public const int LongestWork = 1000;
    public const int LongestName = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstrumentId { get; init; }

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    public string Fault { get; private set; } = "";

    public string? Work { get; private set; }

    public string? DoneBy { get; private set; }

    public long? CostFen { get; private set; }

    public Guid? AttachmentId { get; private set; }

    public required string EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public DateTimeOffset? StruckAt { get; private set; }

    public string? StruckBecause { get; private set; }

    public int Version { get; private set; }

    public bool Ongoing => Until is null && StruckAt is null;

    public RepairFacts Facts => new(From, Until, Fault, Work, DoneBy, CostFen, AttachmentId);

    public static Repair Enter(Guid instrumentId, RepairFacts facts, string by, DateTimeOffset now, Guid? id = null)
    {
        var repair = new Repair { Id = id ?? Guid.CreateVersion7(), InstrumentId = instrumentId, EnteredBy = by, EnteredAt = now };
        repair.Take(facts);
        return repair;
    }

    public void Edit(RepairFacts facts, int version)
    {
        Expect(version);
        Take(facts);
    }

    public void Strike(string because, int version, DateTimeOffset now)
    {
        Expect(version);
        (StruckAt, StruckBecause) = (now, because);
        Version++;
    }

    void Expect(int version)
    {
        if (StruckAt is not null) throw InstrumentProblems.RepairStruck();
        if (version != Version) throw Shared.Problem.ChangedMeanwhile("repair");
    }

    void Take(RepairFacts facts)
    {
        (From, Until, Fault) = (facts.From, facts.Until, facts.Fault.Trim());
        (Work, DoneBy, CostFen, AttachmentId) = (Said(facts.Work), Said(facts.DoneBy), facts.CostFen, facts.AttachmentId);
        Version++;
    }

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
