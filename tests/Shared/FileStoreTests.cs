using System.Text;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

public sealed class FileStoreTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("files-").FullName;

    [Fact]
    public async Task The_same_content_is_kept_once_under_its_own_name()
    {
        var store = new FolderFileStore(_folder);

        var first = await store.Save(Content("hello"), 100, CancellationToken.None);
        var second = await store.Save(Content("hello"), 100, CancellationToken.None);

        second.ShouldBe(first);
        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        using var reader = new StreamReader(store.Open(first.Hash));
        (await reader.ReadToEndAsync()).ShouldBe("hello");
    }

    [Fact]
    public async Task What_is_too_large_is_refused_and_leaves_nothing_behind()
    {
        var store = new FolderFileStore(_folder);

        var refusal = await store.Save(Content(new string('x', 101)), 100, CancellationToken.None).ShouldThrowAsync<Problem>();

        refusal.Code.ShouldBe("file.too-large");
        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("zz")]
    public void A_name_that_is_no_hash_opens_nothing(string name) =>
        Should.Throw<FileNotFoundException>(() => new FolderFileStore(_folder).Open(name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));
}
