using Microsoft.EntityFrameworkCore;

namespace Modular.Shared;

/// <summary>
/// Contexts for the few reads that are asked for far more often than all others, and whose one plan is right for every value: PostgreSQL
/// plans them once a connection, which halves what they cost it. They have connections of their own, and see what has been committed.
/// </summary>
public sealed class KeptPlans<TDb>(Func<TDb> open)
    where TDb : DbContext
{
    public TDb Open() => open();
}

static class KeptPlans
{
    /// <summary>More would only wait for a processor.</summary>
    public const int Connections = 16;
}
