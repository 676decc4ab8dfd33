using Microsoft.EntityFrameworkCore;

namespace Modular.Shared;

/// <summary>Options for making migrations and for asking what SQL a query becomes: nothing is ever connected to.</summary>
public static class DesignTime
{
    public static DbContextOptions<TDb> Options<TDb>(DatabaseProvider provider, string schema)
        where TDb : DbContext
    {
        var options = new DbContextOptionsBuilder<TDb>();
        options.Use(new DatabaseSettings(provider, provider == DatabaseProvider.SqlServer ? "Server=design" : "Host=design"), schema);
        return options.Options;
    }
}
