// The system's pages where a file is picked.
import UniformTypeIdentifiers

public struct FileDocumentReadConfiguration { public let contentType: UTType }
public struct FileDocumentWriteConfiguration { public let contentType: UTType }
public protocol FileDocument {
    typealias ReadConfiguration = FileDocumentReadConfiguration
    typealias WriteConfiguration = FileDocumentWriteConfiguration
    static var readableContentTypes: [UTType] { get }
    init(configuration: ReadConfiguration) throws
    func fileWrapper(configuration: WriteConfiguration) throws -> FileWrapper
}

extension View {
    /// A node while it is seen: a path that is typed is where the person puts the file, what cannot be written is refused; `cancel`.
    public func fileExporter<D: FileDocument>(isPresented: Binding<Bool>, document: D?, contentType: UTType, defaultFilename: String? = nil, onCompletion: @escaping (Result<URL, any Error>) -> Void) -> some View {
        _picker("fileExporter", isPresented, defaultFilename) { path in
            let there = URL(fileURLWithPath: path)
            onCompletion(Result { try document?.fileWrapper(configuration: .init(contentType: contentType))._write(to: there); return there })
        }
    }
    /// A node while it is seen: a path that is typed is the file that the person picks; `cancel`.
    public func fileImporter(isPresented: Binding<Bool>, allowedContentTypes: [UTType], onCompletion: @escaping (Result<URL, any Error>) -> Void) -> some View {
        _picker("fileImporter", isPresented, nil) { onCompletion(.success(URL(fileURLWithPath: $0))) }
    }
    func _picker(_ kind: String, _ isPresented: Binding<Bool>, _ name: String?, _ pick: @escaping (String) -> Void) -> some View {
        let pick = _Cell(pick)
        return _with { nodes, _ in
            guard isPresented.wrappedValue else { return }
            let node = Node(kind)
            node.attributes["name"] = name
            node.type = { isPresented.wrappedValue = false; pick.value($0) }
            node.actions["cancel"] = { isPresented.wrappedValue = false }
            nodes.append(node)
        }
    }
}
