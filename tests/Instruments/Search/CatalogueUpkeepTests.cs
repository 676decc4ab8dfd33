using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

// The index is kept current by events while people search (architecture: search and similarity).
public class CatalogueUpkeepTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_indexed_is_found_by_its_name_and_by_its_model(int seed)
    {
        var documents = Catalogue.Seeded(seed, 400).Select((d, i) => d with { UnitId = Catalogue.UnitId(i) }).ToArray();
        var index = CatalogueIndex.Build(documents);

        foreach (var document in documents)
        {
            Found(document.NameZh).ShouldBeTrue(document.NameZh);
            Found(document.Model!).ShouldBeTrue($"{document.Model} seed {seed}");
            Found($"{document.Manufacturer} {document.NameZh} {document.Model}").ShouldBeTrue($"{document.Manufacturer} {document.NameZh} {document.Model}");

            bool Found(string text) => index.Search(new CatalogueSearch(text, UnitId: document.UnitId)) is { Exact: true, Total: 1 };
        }
    }

    [Fact]
    public async Task Building_from_a_stream_gives_the_same_index()
    {
        var documents = Catalogue.Seeded(4, 500);

        var index = await CatalogueIndex.Build(documents.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

        index.Count.ShouldBe(500);
        index.Search(new CatalogueSearch("色谱")).Total.ShouldBe(CatalogueIndex.Build(documents).Search(new CatalogueSearch("色谱")).Total);
    }

    [Fact]
    public async Task What_is_written_while_the_index_is_loaded_again_is_newer_than_the_load()
    {
        var documents = Catalogue.Seeded(14, 300);
        var index = CatalogueIndex.Build(documents);
        var renamed = documents[3] with { NameZh = "量子引力波干涉台", NameEn = "" };

        await index.Load(Rows(), TestContext.Current.CancellationToken);

        index.Count.ShouldBe(299);
        index.Search(new CatalogueSearch("量子引力波干涉台")).Hits[0].Id.ShouldBe(renamed.Id);
        index.Search(new CatalogueSearch("", Size: 200, UnitId: documents[5].UnitId)).Hits.ShouldNotContain(hit => hit.Id == documents[5].Id);

        async IAsyncEnumerable<CatalogueDocument> Rows()
        {
            foreach (var document in documents)
                yield return document;
            index.Upsert(renamed);
            index.Remove(documents[5].Id);
            await Task.Yield();
        }
    }

    [Fact]
    public void Changes_are_seen_by_the_next_search_and_move_the_version()
    {
        var documents = Catalogue.Seeded(6, 100);
        var index = CatalogueIndex.Build(documents);
        var version = index.Version;
        var changed = documents[0] with { NameZh = "量子引力波干涉台", NameEn = "" };

        index.Upsert(changed);

        index.Version.ShouldBeGreaterThan(version);
        index.Count.ShouldBe(100);
        Only("量子引力波").ShouldBe(changed.Id);

        index.Upsert(changed with { NameZh = "暗物质探测台" });
        index.Search(new CatalogueSearch("量子引力波")).Hits.ShouldNotContain(hit => hit.Id == changed.Id);
        Only("暗物质").ShouldBe(changed.Id);

        index.Remove(changed.Id).ShouldBeTrue();
        index.Remove(changed.Id).ShouldBeFalse();
        index.Count.ShouldBe(99);
        index.Search(new CatalogueSearch("暗物质探测台")).Hits.ShouldNotContain(hit => hit.Id == changed.Id);

        Guid Only(string text) => index.Search(new CatalogueSearch(text)).Hits.ShouldHaveSingleItem().Id;
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void After_any_run_of_changes_the_index_equals_one_built_anew(int seed)
    {
        var random = new Random(seed);
        var pool = Catalogue.Seeded(seed, 1_200);
        var listed = pool.Take(300).ToDictionary(d => d.Id);
        var index = CatalogueIndex.Build([.. listed.Values]);
        for (var step = 0; step < 1_500; step++)
        {
            var document = pool[random.Next(pool.Count)];
            if (random.Next(3) == 0)
            {
                index.Remove(document.Id).ShouldBe(listed.Remove(document.Id));
                continue;
            }
            var changed = document with { Model = pool[random.Next(pool.Count)].Model };
            listed[changed.Id] = changed;
            index.Upsert(changed);
        }

        var anew = CatalogueIndex.Build([.. listed.Values]);
        index.Count.ShouldBe(listed.Count);
        foreach (var query in new[] { "", "光谱", "SEM", "安捷伦", "nicolet 6700", "液相色谱仪", "土壤" })
        {
            var (kept, built) = (index.Search(new CatalogueSearch(query, Size: 200)), anew.Search(new CatalogueSearch(query, Size: 200)));
            kept.Total.ShouldBe(built.Total, query);
            kept.Hits.Select(hit => hit.Score).ShouldBe(built.Hits.Select(hit => hit.Score), query);
            kept.Classes.ShouldBe(built.Classes, query);
        }
    }

    [Fact]
    public async Task Searches_beside_writes_never_see_an_instrument_twice_or_half()
    {
        var documents = Catalogue.Seeded(8, 2_000);
        var index = CatalogueIndex.Build(documents);
        using var done = new CancellationTokenSource();
        using var started = new CountdownEvent(3);
        var searching = Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(() =>
        {
            started.Signal();
            var searches = 0;
            do
            {
                var result = index.Search(new CatalogueSearch("", Size: 200, Page: 1 + (searches % 10), Sort: CatalogueSort.Newest));
                // Every write replaces: the number of listed instruments never changes.
                result.Total.ShouldBe(documents.Count);
                result.Hits.Select(hit => hit.Id).Distinct().Count().ShouldBe(result.Hits.Count);
                searches++;
            }
            while (!done.IsCancellationRequested);
            return searches;
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();

        started.Wait(TestContext.Current.CancellationToken);
        Parallel.For(0, 4, writer =>
        {
            for (var i = writer; i < 1_200; i += 4)
                index.Upsert(documents[i % documents.Count] with { Functions = $"第{i}次修改" });
        });
        await done.CancelAsync();

        (await Task.WhenAll(searching)).ShouldAllBe(searches => searches > 0);
        index.Count.ShouldBe(documents.Count);
    }

    [Fact]
    public void An_empty_catalogue_answers_nothing()
    {
        var index = CatalogueIndex.Build([]);

        index.Search(new CatalogueSearch("扫描电镜")).Total.ShouldBe(0);
        index.Search(new CatalogueSearch("")).Total.ShouldBe(0);
        index.Suggest("扫描").ShouldBeEmpty();
        index.Upsert(Catalogue.Seeded(1, 1)[0]);
        index.Count.ShouldBe(1);
    }
}
