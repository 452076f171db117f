import {BackSide, Mesh, Scene, ShaderMaterial, SphereGeometry} from 'three';

/**
 * A photographer's studio: a wide warm key from the upper left, a tall cool fill from the right, strips behind that
 * draw the edges, an overhead bank, and a pale floor and backdrop. Every edge is soft, so that a small cube holds it.
 */
const fragmentShader = /* glsl */ `
  varying vec3 vDirection;

  /** How much of a soft box is seen: centre by azimuth and elevation, half sizes, softness of its edges, in radians. */
  float box(vec3 direction, float azimuth, float elevation, vec2 halfSize, float softness) {
    vec3 forward = vec3(sin(azimuth) * cos(elevation), sin(elevation), cos(azimuth) * cos(elevation));
    vec3 right = normalize(cross(vec3(0.0, 1.0, 0.0), forward));
    vec3 up = cross(forward, right);
    float facing = dot(direction, forward);
    vec2 angle = vec2(atan(dot(direction, right), facing), atan(dot(direction, up), facing));
    vec2 inside = 1.0 - smoothstep(halfSize - softness, halfSize + softness, abs(angle));
    return facing > 0.0 ? inside.x * inside.y : 0.0;
  }

  void main() {
    vec3 direction = normalize(vDirection);
    float height = direction.y;
    vec3 floorLight = vec3(0.31, 0.29, 0.27);
    vec3 wall = vec3(0.27, 0.275, 0.29);
    vec3 ceiling = vec3(0.36, 0.37, 0.40);
    vec3 light = mix(wall, ceiling, smoothstep(0.0, 0.9, height));
    light = mix(light, floorLight, smoothstep(0.02, -0.45, height));
    light *= 0.9 + 0.1 * direction.z;

    light += vec3(1.00, 0.955, 0.90) * 4.3 * box(direction, -0.80, 0.72, vec2(0.52, 0.42), 0.16);
    light += vec3(0.90, 0.95, 1.00) * 1.25 * box(direction, 1.25, 0.35, vec2(0.40, 0.70), 0.20);
    light += vec3(0.96, 0.98, 1.00) * 2.7 * box(direction, 2.55, 0.45, vec2(0.20, 0.70), 0.12);
    light += vec3(1.00, 0.97, 0.93) * 2.3 * box(direction, -2.45, 0.40, vec2(0.22, 0.70), 0.12);
    // Straight up azimuth means nothing, so the bank is a disc.
    light += vec3(1.00, 0.99, 0.97) * 1.1 * smoothstep(0.76, 0.94, height);
    gl_FragColor = vec4(light, 1.0);
  }
`;

/**
 * The scene that the neutral environment is baked from. Only the bake and its test need it: at run time the baked data
 * stand for it.
 */
export function createStudio(): Scene {
  const dome = new Mesh(
    new SphereGeometry(10, 64, 32),
    new ShaderMaterial({
      side: BackSide,
      depthWrite: false,
      toneMapped: false,
      fragmentShader,
      vertexShader: /* glsl */ `
        varying vec3 vDirection;
        void main() {
          vDirection = position;
          gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
        }
      `,
    }),
  );
  const scene = new Scene();
  scene.add(dome);
  return scene;
}
