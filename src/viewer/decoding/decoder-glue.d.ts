// What comes with three as plain scripts; the build makes modules of them.

declare module 'three/addons/libs/draco/gltf/draco_wasm_wrapper.js' {
  export interface DracoMesh {
    num_points(): number;
    num_faces(): number;
  }

  export interface DracoAttribute {
    /** 0 for one that is not there. */
    readonly ptr: number;
    num_components(): number;
  }

  export interface DracoDecoder {
    GetEncodedGeometryType(bytes: Int8Array): number;
    DecodeArrayToMesh(bytes: Int8Array, length: number, mesh: DracoMesh): {ok(): boolean; error_msg(): string};
    GetAttributeByUniqueId(mesh: DracoMesh, id: number): DracoAttribute;
    GetAttributeDataArrayForAllPoints(
      mesh: DracoMesh,
      attribute: DracoAttribute,
      type: number,
      length: number,
      place: number,
    ): boolean;
    GetTrianglesUInt32Array(mesh: DracoMesh, length: number, place: number): boolean;
  }

  export interface Draco {
    readonly Decoder: new () => DracoDecoder;
    readonly Mesh: new () => DracoMesh;
    readonly TRIANGULAR_MESH: number;
    readonly DT_INT8: number;
    readonly DT_UINT8: number;
    readonly DT_INT16: number;
    readonly DT_UINT16: number;
    readonly DT_UINT32: number;
    readonly DT_FLOAT32: number;
    /** Another one whenever the memory has grown. */
    readonly HEAPU8: Uint8Array<ArrayBuffer>;
    _malloc(length: number): number;
    _free(place: number): void;
    destroy(object: DracoMesh | DracoDecoder): void;
  }

  export default function openDraco(options: {
    wasmBinary: ArrayBuffer;
    printErr: (text: string) => void;
  }): Promise<Draco>;
}

declare module 'three/addons/libs/basis/basis_transcoder.js' {
  export interface Ktx2File {
    isValid(): boolean;
    isUASTC(): boolean;
    isETC1S(): boolean;
    getHasAlpha(): boolean;
    getLevels(): number;
    getImageLevelInfo(level: number, layer: number, face: number): {origWidth: number; origHeight: number};
    startTranscoding(): boolean;
    getImageTranscodedSizeInBytes(level: number, layer: number, face: number, format: number): number;
    transcodeImage(
      target: Uint8Array,
      level: number,
      layer: number,
      face: number,
      format: number,
      isAlphaInOpaque: number,
      channel0: number,
      channel1: number,
    ): boolean;
    close(): void;
    delete(): void;
  }

  export interface Basis {
    readonly KTX2File: new (bytes: Uint8Array) => Ktx2File;
    initializeBasis(): void;
  }

  export default function openBasis(options: {
    wasmBinary: ArrayBuffer;
    printErr: (text: string) => void;
  }): Promise<Basis>;
}
