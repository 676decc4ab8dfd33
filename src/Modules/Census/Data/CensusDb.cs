using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Census;

// A new migration for each provider: npm run db:add -- Census <Name>
internal abstract class CensusDb(DbContextOptions options) : ModuleDbContext(options, CensusModule.Name);

internal sealed class CensusPostgreSqlDb(DbContextOptions<CensusPostgreSqlDb> options) : CensusDb(options);

internal sealed class CensusSqlServerDb(DbContextOptions<CensusSqlServerDb> options) : CensusDb(options);
